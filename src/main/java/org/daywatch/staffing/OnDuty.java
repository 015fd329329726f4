package org.daywatch.staffing;

import java.util.List;
import java.util.UUID;

/** Which officers stand at a school now, for rooms that must know who is in the building. */
public interface OnDuty {

    /** @param person the account they sign in with. @param officer their file */
    record OnPost(UUID person, String name, UUID officer) {}

    /** Those who have checked in and not out. Seen by the agency and by the school's district. */
    List<OnPost> at(UUID school);
}
