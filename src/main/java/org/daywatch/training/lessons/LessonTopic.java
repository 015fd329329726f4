package org.daywatch.training.lessons;

public enum LessonTopic { DRUGS, INTERNET_SAFETY, BULLYING, LAW, TRAFFIC, VAPING, FENTANYL, OTHER }
