package org.daywatch.platform.intake;

import java.util.List;

/**
 * A column a table may have. {@code name} is the word used in reports; {@code also} are other headings known to mean
 * the same. Headings are compared without case, spaces, underscores, hyphens, the asterisks some publishers append and
 * what follows in brackets ("School Name [Public School] 2024-25").
 */
public record ExpectedColumn(String name, boolean required, List<String> also, boolean firstCounts) {

    public ExpectedColumn(String name, boolean required, List<String> also) {
        this(name, required, also, false);
    }

    public static ExpectedColumn required(String name, String... also) {
        return new ExpectedColumn(name, true, List.of(also));
    }

    public static ExpectedColumn optional(String name, String... also) {
        return new ExpectedColumn(name, false, List.of(also));
    }

    /**
     * Where a table may have several of these headings at once, the first of this list counts, and a second one is no
     * fault.
     */
    public ExpectedColumn firstOf() {
        return new ExpectedColumn(name, required, also, true);
    }

    List<String> names() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(name), also.stream()).toList();
    }

    boolean isCalled(String heading) {
        String plain = plain(heading);
        return plain.equals(plain(name)) || also.stream().anyMatch(other -> plain.equals(plain(other)));
    }

    static String plain(String heading) {
        String bare = heading.contains("[") ? heading.replaceFirst("(?<=.)\\s*\\[[^\\]]*\\].*$", "") : heading;
        return bare.toLowerCase(java.util.Locale.ROOT).replaceAll("[\\s_*\\-\uFEFF]", "");
    }
}
