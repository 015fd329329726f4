package org.daywatch.platform.intake;

import java.util.List;

/**
 * A column a table may have. {@code name} is the word used in reports; {@code also} are other headings known to mean the same.
 * Headings are compared without case, spaces, underscores, hyphens and the asterisks some publishers append.
 */
public record Column(String name, boolean required, List<String> also) {

    public static Column required(String name, String... also) {
        return new Column(name, true, List.of(also));
    }

    public static Column optional(String name, String... also) {
        return new Column(name, false, List.of(also));
    }

    boolean isCalled(String heading) {
        String plain = plain(heading);
        return plain.equals(plain(name)) || also.stream().anyMatch(other -> plain.equals(plain(other)));
    }

    static String plain(String heading) {
        return heading.toLowerCase(java.util.Locale.ROOT).replaceAll("[\\s_*\\-\uFEFF]", "");
    }
}
