"""Made-up panels for the property tests and the benchmark: any number of them, the same ones every time.

One to four speakers, one to six balloons of all kinds, Finnish, Swedish and English, words of up to forty letters.
"""

from __future__ import annotations

import random

from kokko_ethics.source import Source, Span
from kokko_ethics.story.model import Actor, CastMember, Line, LineKind, Look, Panel, Run, Scene, Story, Words

_SPAN = Span(0, 1)
_PEOPLE = (("aino", 160.0), ("jere", 188.0), ("hodan", 167.0), ("samir", 176.0))
CAST = tuple(
    CastMember(id, id.title(), "expert" if i % 2 else "professional", "", Look(height=height))
    for i, (id, height) in enumerate(_PEOPLE)
)
_TEXTS = {
    "fi": (
        "Moi!", "Joo.", "Ai niin!", "Mitä kuuluu?", "En tiedä vielä.", "Miksi juuri minä?", "Minua jännittää.",
        "Olen ensimmäistä kertaa mukana tässä ryhmässä.", "Ei haittaa, kaikki ovat joskus olleet uusia.",
        "Haluaisitko kertoa siitä lisää, vai otetaanko ensin kahvia?",
        "Vertaistukiryhmä kokoontuu torstaisin kello viisi.",
        "Sosiaaliohjaaja sanoi, että hakemus pitää tehdä uudestaan.", "Tehdään se yhdessä, paperi kerrallaan.",
        "Kokemusasiantuntijatoiminnassa pääsin tekemään yhteistyötä sosiaaliohjaajien kanssa, ja se muutti paljon.",
        "Ensin ajattelin, ettei kukaan ymmärrä, mutta sitten huomasin, että muilla oli ihan samanlaisia kokemuksia.",
        "Hyvinvointialueen asiakasosallisuussuunnitelmaluonnos on valmis.", "Epäoikeudenmukaisuus suututti minua.",
        "Kokemusasiantuntijakoulutussuunnitelmassa on virhe.",
    ),
    "sv": (
        "Hej!", "Ja.", "Jaså!", "Hur mår du?", "Jag vet inte än.", "Varför just jag?", "Jag är nervös.",
        "Jag är med i den här gruppen för första gången.", "Det gör inget, alla har varit nya någon gång.",
        "Vill du berätta mer, eller ska vi ta kaffe först?", "Kamratstödsgruppen träffas på torsdagar klockan fem.",
        "Erfarenhetsexpertverksamheten i välfärdsområdet växer.", "Vi gör det tillsammans, ett papper i taget.",
        "Först trodde jag att ingen skulle förstå, men sedan märkte jag att de andra hade precis likadana minnen.",
        "Självbestämmanderättsutbildningsmaterialet är klart.",
    ),
    "en": (
        "Hi!", "Yes.", "Oh, right!", "How are you?", "I do not know yet.", "Why me?", "I am nervous.",
        "What happens if I say something wrong?", "Nothing happens. We listen and we go on.",
        "You do not have to tell your whole story today.", "Nobody asked me what I wanted for many years.",
        "I thought nobody would want to hear about it, but then the whole room went quiet and somebody said: me too.",
        "The interdepartmentalcooperationcommittees met.", "Let us do it together, one paper at a time.",
    ),
    "ar": (
        "مرحبًا!", "نعم.", "آه، صحيح!", "كيف حالك؟", "لا أعرف بعد.", "لماذا أنا؟", "أنا متوترة.",
        "ماذا يحدث لو قلت شيئًا خاطئًا؟", "لا يحدث شيء. نستمع ثم نواصل.", "قال Samir إن الساعة 12:30 (أو 13).",
        "لست مضطرة أن تحكي قصتك كلها اليوم.", "لم يسألني أحد لسنوات طويلة عمّا أريده أنا.",
        "ظننت أن أحدًا لن يرغب في سماع ذلك، لكن القاعة كلها صمتت ثم قال أحدهم: وأنا أيضًا.",
        "تجتمع مجموعة Kokko كل يوم خميس في الساعة 5 في الغرفة 4.", "لنفعل ذلك معًا، ورقة بعد ورقة.",
    ),
}  # fmt: skip
_KINDS: tuple[LineKind, ...] = ("speech",) * 12 + (
    "thought",
    "thought",
    "whisper",
    "shout",
    "song",
    "aside",
    "caption",
    "caption",
    "sound",
)
_SIZES = ("",) * 8 + ("small", "large", "full-width")


def made_story(seed: int, panels: int = 5, lang: str = "") -> Story:
    """A story of made-up panels; the same for the same ``seed``."""
    draw = random.Random(seed)
    chosen = draw.choice(("fi", "sv", "en"))
    lang = lang or chosen
    made = tuple(_panel(draw, lang, number) for number in range(1, panels + 1))
    scene = Scene("scene", "", made, _SPAN)
    return Story(Source.of("x", "made.md"), f"made-{seed}", "Made", lang, CAST, (scene,))


def _panel(draw: random.Random, lang: str, number: int) -> Panel:
    people = draw.sample([member.id for member in CAST], draw.choices((1, 2, 3, 4), (3, 6, 3, 1))[0])
    count = draw.choices((1, 2, 3, 4, 5, 6), (5, 7, 5, 2, 1, 1))[0]
    lines: list[Line] = []
    words = 0
    for i in range(count):
        text = draw.choice(_TEXTS[lang])
        if words + len(text.split()) > 50:
            break
        words += len(text.split())
        lines.append(_line(draw, lang, f"p{number}-{i + 1}", text, people, lines[-1] if lines else None))
    seen = list(dict.fromkeys(speaker for line in lines if line.channel == "seen" for speaker in line.speakers))
    order = seen + [person for person in people if person not in seen]
    order = order[::-1] if lang == "ar" else order
    sits = ("sits",) if draw.random() < 0.35 else ()
    shot = draw.choice(("wide", "medium", "medium", "medium", "close") if len(order) < 3 else ("medium", "wide"))
    return Panel(
        f"p{number}", number, 0, _SPAN, shot, draw.choice(_SIZES),
        draw.choice(("meeting-room", "office", "cafe", "corridor", "nowhere")),
        "day", Words((Run("Ihmiset keskustelevat pöydän ääressä."),), _SPAN),
        tuple(Actor(person, actions=sits) for person in order), tuple(lines),
    )  # fmt: skip


def _line(draw: random.Random, lang: str, id: str, text: str, people: list[str], before: Line | None) -> Line:
    kind = draw.choice(_KINDS)
    others = [p for p in people if before is None or p not in before.speakers] or people
    speaker = draw.choice(others if draw.random() < 0.85 else people)
    speakers: tuple[str, ...] = () if kind in {"caption", "sound"} else (speaker,)
    if kind == "speech" and len(people) > 1 and draw.random() < 0.04:
        speakers = tuple(people[:2])
    channel = (
        draw.choice(("off", "phone", "screen"))
        if kind == "speech" and len(people) > 1 and draw.random() < 0.05
        else "seen"
    )
    if kind == "sound":
        text = draw.choice(("طرق!", "خشخشة!", "دوم!") if lang == "ar" else ("Kops!", "Riks raks!", "Dunk!"))
    return Line(id, kind, Words((Run(text),), _SPAN), _SPAN, speakers, channel)
