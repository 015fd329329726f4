package org.daywatch.planning;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;

/**
 * What another room learned and hands over: this room sees to it that somebody does it and somebody else verifies it.
 */
public interface ImprovementIdea extends DomainEvent {

    UUID improvement();

    UUID schoolId();

    String capability();

    String issue();

    String action();

    /** By name or office. */
    String owner();

    LocalDate due();

    String by();
}
