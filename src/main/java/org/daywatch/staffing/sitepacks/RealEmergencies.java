package org.daywatch.staffing.sitepacks;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** Whether an emergency that is no exercise is under way at a school; the room of emergencies knows. */
@NamedInterface("real-emergencies")
public interface RealEmergencies {

    /** Asked as the agency or the school's district. */
    boolean at(UUID school);
}
