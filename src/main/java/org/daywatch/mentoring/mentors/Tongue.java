package org.daywatch.mentoring.mentors;

/** Languages in which a mentor can listen. */
public enum Tongue {
    ENGLISH, SPANISH, NAVAJO, VIETNAMESE, CHINESE, ARABIC, SOMALI, SIGN_LANGUAGE
}
