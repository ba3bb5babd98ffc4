"""Room: Story + Catalogue → Story in another language. Decides which words need a translation, and what stands for one.

A catalogue is a gettext PO file beside the script, ``name.sv.po``; a sheet is the same for people without tools.
"""
