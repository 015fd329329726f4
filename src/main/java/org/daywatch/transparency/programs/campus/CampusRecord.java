package org.daywatch.transparency.programs.campus;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The record of daily coverage of one school: each of its days of school that are over, in order. Days under an
 * exception of the board stand in it and ask for nothing.
 */
public record CampusRecord(List<CampusDay> days) {

    public enum State { UNKNOWN, EXCEPTED, MET, SHORT }

    /** Only days from one to another, both included. */
    public CampusRecord during(LocalDate from, LocalDate to) {
        return new CampusRecord(days.stream().filter(d -> !d.day().isBefore(from) && !d.day().isAfter(to)).toList());
    }

    /** Days on which an officer is asked for. */
    public List<CampusDay> counted() {
        return days.stream().filter(d -> !d.excepted()).toList();
    }

    /** Somebody recorded an officer here on some day. Where nobody did, nothing is known, and that is no zero. */
    public boolean known() {
        return days.stream().anyMatch(d -> d.there() > 0);
    }

    public long asked() {
        return counted().stream().mapToLong(CampusDay::asked).sum();
    }

    public long there() {
        return counted().stream().mapToLong(CampusDay::there).sum();
    }

    public long whole() {
        return counted().stream().filter(d -> d.missing() == 0).count();
    }

    public long part() {
        return counted().stream().filter(d -> d.missing() > 0 && d.there() > 0).count();
    }

    public long none() {
        return counted().stream().filter(d -> d.there() == 0).count();
    }

    /** Days that are not whole. */
    public List<CampusDay> wanting() {
        return counted().stream().filter(d -> d.missing() > 0).toList();
    }

    public List<UUID> officers() {
        return days.stream().flatMap(d -> d.officers().stream()).distinct().toList();
    }

    /** At the end of its last day. */
    public State state() {
        if (!days.isEmpty() && days.getLast().excepted()) return State.EXCEPTED;
        if (!known()) return State.UNKNOWN;
        return wanting().isEmpty() ? State.MET : State.SHORT;
    }
}
