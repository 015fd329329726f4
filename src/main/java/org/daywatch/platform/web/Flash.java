package org.daywatch.platform.web;

/** What the page says first: kind is success, info, warning or error. */
public record Flash(String kind, String text) {}
