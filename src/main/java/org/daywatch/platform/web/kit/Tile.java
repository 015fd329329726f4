package org.daywatch.platform.web.kit;

import org.jspecify.annotations.Nullable;

/** A key figure. Every figure opens the rows behind it, so give it an address wherever there is one. */
public record Tile(String label, String figure, @Nullable String note, @Nullable String href, Chip.Tone tone) {

    public static Tile of(String label, String figure) {
        return new Tile(label, figure, null, null, Chip.Tone.QUIET);
    }

    /** "unknown" is no number, and a long word needs smaller letters on a phone. */
    public boolean inWords() {
        return figure.chars().noneMatch(Character::isDigit) && figure.length() > 4;
    }

    public Tile note(@Nullable String text) {
        return new Tile(label, figure, text, href, tone);
    }

    public Tile opens(@Nullable String address) {
        return new Tile(label, figure, note, address, tone);
    }

    public Tile tone(Chip.Tone newTone) {
        return new Tile(label, figure, note, href, newTone);
    }
}
