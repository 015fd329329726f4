package org.daywatch.restorative.restraints;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** As what a restraint is counted: the three tables of the Civil Rights Data Collection. */
public enum RestraintKind {
    PHYSICAL, MECHANICAL, SECLUSION;

    /** With what a student was kept from moving. */
    public enum Means {
        HANDS, HANDCUFFS, DEVICE, SECLUSION
    }

    /**
     * Each kind once, however often it was done within one event. Handcuffs during an arrest are no restraint,
     * handcuffs without one are mechanical restraint (CRDC, restraint and seclusion).
     */
    public static Set<RestraintKind> of(Collection<Means> used, boolean arrest) {
        var kinds = EnumSet.noneOf(RestraintKind.class);
        for (var means : used)
            switch (means) {
            case HANDS -> kinds.add(PHYSICAL);
            case HANDCUFFS -> {
                if (!arrest) kinds.add(MECHANICAL);
            }
            case DEVICE -> kinds.add(MECHANICAL);
            case SECLUSION -> kinds.add(SECLUSION);
            }
        return kinds;
    }
}
