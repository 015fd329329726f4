package org.daywatch.platform.errors;

/** A file that nobody could look at. It is not taken, and may be sent again later as it is. */
public final class Unscanned extends Problem {

    public Unscanned(String why) {
        super(why);
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public String type() {
        return "unscanned";
    }
}
