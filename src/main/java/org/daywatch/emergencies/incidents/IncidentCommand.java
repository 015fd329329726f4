package org.daywatch.emergencies.incidents;

import java.util.UUID;

/**
 * Everything that changes who commands an incident and whether it is going on. None carries the status: it cannot
 * change.
 */
public sealed interface IncidentCommand {

    /** @param leads may lead an alert ({@code ALERT_LEAD}) */
    record By(UUID person, String name, boolean leads) {}

    By by();

    /** @param why empty for the first commander; needed to take command from somebody who does not hand it over */
    record TakeCommand(By by, String why) implements IncidentCommand {}

    /** @param to name and office of the person who is to command; @param briefed what they were told */
    record OfferCommand(By by, String to, String briefed) implements IncidentCommand {}

    /** The receiver says themselves that they have it. */
    record AcceptCommand(By by) implements IncidentCommand {}

    /** The receiver has no account here: who hands over writes down that they have said so. */
    record AcceptByWord(By by) implements IncidentCommand {}

    record WithdrawOffer(By by) implements IncidentCommand {}

    record StandDown(By by, String why) implements IncidentCommand {}

    record Resume(By by, String why) implements IncidentCommand {}

    /** @param alertOver whether its alert has ended, or it has none */
    record Close(By by, String summary, boolean alertOver, int openTasks) implements IncidentCommand {}

    record Reopen(By by, String why) implements IncidentCommand {}
}
