package org.daywatch.platform.web;

import java.util.ArrayList;
import java.util.List;

/**
 * One entry of the navigation, already in the reader's language.
 *
 * @param heading of the part it stands in; empty in the first
 */
public record NavItem(String heading, String label, String href, boolean current, String icon) {

    /** Neighbors under one heading. */
    public record Part(String heading, List<NavItem> items) {}

    public static List<Part> parts(List<NavItem> items) {
        var parts = new ArrayList<Part>();
        for (var item : items) {
            if (parts.isEmpty() || !parts.getLast().heading().equals(item.heading()))
                parts.add(new Part(item.heading(), new ArrayList<>()));
            parts.getLast().items().add(item);
        }
        return parts;
    }
}
