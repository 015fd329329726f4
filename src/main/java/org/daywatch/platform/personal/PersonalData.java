package org.daywatch.platform.personal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a room holds about a person, under the organization that is bound. Each room that stores anything about people
 * contributes one.
 */
public interface PersonalData {

    /** @return section name, and its rows as column and value; empty sections may be left out */
    Map<String, List<Map<String, Object>>> about(UUID person);
}
