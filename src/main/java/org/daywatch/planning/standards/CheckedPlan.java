package org.daywatch.planning.standards;

import java.util.UUID;

/** An edition of an operations plan, as far as standards are checked against it. */
public interface CheckedPlan {

    UUID id();

    UUID agencyId();

    UUID districtId();

    UUID schoolId();

    int edition();

    /** It is the plan that counts today. */
    boolean inForce();
}
