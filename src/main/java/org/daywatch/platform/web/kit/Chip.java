package org.daywatch.platform.web.kit;

/** A state in color, word and icon at once, so that nobody has to tell colors apart. */
public record Chip(Tone tone, String icon, String word) {

    public enum Tone {
        GOOD("check_circle"), WARN("schedule"), BAD("error"), INFO("info"), QUIET("remove_circle");

        private final String icon;

        Tone(String icon) {
            this.icon = icon;
        }

        /** The class suffix used in base.css. */
        public String style() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static Chip good(String word) {
        return of(Tone.GOOD, word);
    }

    public static Chip warn(String word) {
        return of(Tone.WARN, word);
    }

    public static Chip bad(String word) {
        return of(Tone.BAD, word);
    }

    public static Chip info(String word) {
        return of(Tone.INFO, word);
    }

    public static Chip quiet(String word) {
        return of(Tone.QUIET, word);
    }

    public Chip withIcon(String name) {
        return new Chip(tone, name, word);
    }

    public static Chip of(Tone tone, String word) {
        return new Chip(tone, tone.icon, word);
    }
}
