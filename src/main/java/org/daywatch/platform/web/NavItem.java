package org.daywatch.platform.web;

/** One entry of the navigation, already in the reader's language. */
public record NavItem(String label, String href, boolean current, String icon) {}
