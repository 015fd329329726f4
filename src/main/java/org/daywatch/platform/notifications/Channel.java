package org.daywatch.platform.notifications;

/** By which way a message reaches a person. */
public enum Channel { IN_APP, EMAIL, SMS }
