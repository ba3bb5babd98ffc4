"""Room: Frame → Stage. The people take their places, and the camera finds its picture."""
