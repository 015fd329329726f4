package org.daywatch.platform.retention;

import java.time.Instant;

/**
 * Forgets one kind of record when its time is over. A room contributes one bean per kind that stands in
 * platform.retention_rule.
 */
public interface RecordKeeper {

    /** As in platform.retention_rule. */
    String kind();

    /** Deletes, or strips of its sensitive part, what is older. Runs in a transaction. @return how many records */
    int forget(Instant before);

    /** True for records of a tenant, which is bound then; false for records of the installation. */
    default boolean ofTenant() {
        return true;
    }
}
