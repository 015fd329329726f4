package org.daywatch.platform.json;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the faults of one file, so that its writer mends them in one go. */
public final class Flaws {

    private static final int NAMED = 25;
    private static final int COUNTED = 10_000;

    private final int named;
    private final Set<Flaw> found = new LinkedHashSet<>();

    public Flaws() {
        this(NAMED);
    }

    /** @param named so many are told one by one */
    public Flaws(int named) {
        this.named = named;
    }

    public void add(JsonValue where, String advice) {
        add(new Flaw(where.line(), where.path(), where.shown(), advice));
    }

    public void add(Flaw flaw) {
        if (found.size() < COUNTED) found.add(flaw);
    }

    public boolean any() {
        return !found.isEmpty();
    }

    /** @throws FileRefused if anything was found */
    public void refuse() {
        if (!any()) return;
        var inOrder = found.stream().sorted(Comparator.comparing(Flaw::line)).limit(named).toList();
        throw new FileRefused(inOrder, found.size() - inOrder.size());
    }

    /** What makes further reading pointless. */
    FileRefused fatal(Flaw flaw) {
        found.add(flaw);
        refuse();
        throw new IllegalStateException("a flaw was just added");
    }
}
