package org.daywatch.house.uncalled;

/** A planted class: of its methods one is called by nobody. */
public final class Uncalled {

    public static int nobodyCallsThis() {
        return called();
    }

    static int called() {
        return 1;
    }
}
