package org.daywatch.directory;

import java.util.List;

/** Which statuses of the national school list mean that students come. Future, Closed and Inactive do not. */
public final class SchoolStatus {
    public static final List<String> OPEN = List.of("Open", "New", "Added", "Reopened", "Changed Agency",
            "Changed Boundary/Agency");

    private SchoolStatus() {}

    public static boolean isOpen(String status) {
        return OPEN.contains(status);
    }
}
