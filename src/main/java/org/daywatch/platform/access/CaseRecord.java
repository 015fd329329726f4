package org.daywatch.platform.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody wants to read, as far as the rule asks.
 *
 * @param isProtected it is about somebody whose whereabouts are kept from all but named people
 * @param named who reads it although it is protected
 * @param mentions staff and parents it speaks of, who do not read what was said of them
 * @param assigned whom it was routed or given to
 * @param isShared the team shares it with the officers of the school
 * @param children whose account it is
 * @param disclosure to whoever reads or their department, of this very record
 * @param count how many people a figure is about
 * @param consent of those it rests on, as it stands at this moment
 * @param isHeldBack from the parents, by a court or while a report of abuse is open
 */
public record CaseRecord(Kind kind, UUID district, UUID school, boolean isProtected, Set<UUID> named,
        Set<UUID> mentions, Set<UUID> assigned, boolean isShared, Set<UUID> children, Optional<Disclosure> disclosure,
        int count, Consent consent, boolean isHeldBack) {

    public enum Kind {
        /** Nobody has routed it yet. */
        TIP_NEW,
        TIP_ROUTED,
        TIP_LIFE_SAFETY,
        /** What the writer and the school write to each other. */
        THREAD,
        CONCERN,
        SAFETY_PLAN,
        /** The line that says what went to whom on which ground. */
        DISCLOSURE,
        /** One page for a child and their parent. */
        OWN_ACCOUNT,
        /** That care stands for a student: its state and its dates, and not why. */
        CARE_STATE,
        /** Why a student was referred to it. */
        CARE_CAUSE,
        /** A mentor's match: goals and meetings. */
        MATCH,
        /** A restorative meeting: who comes, how each was prepared, who is willing. */
        CONFERENCE,
        /** What was promised there. */
        AGREEMENT,
        /** That a meeting takes a period, and not which meeting. */
        PERIOD,
        /** That a student was held. */
        RESTRAINT,
        /** What help was offered before anybody excluded a student. */
        DIVERSION,
        /** A figure about many. */
        COUNT
    }

    /** Of student and parent, for what needs it. LAPSED: the time is over for which it was given. */
    public enum Consent {
        NOT_NEEDED, ASKED, GIVEN, WITHDRAWN, LAPSED
    }

    /**
     * Grounds of 34 CFR part 99 on which a record may go to police: a parent's written consent, what 99.31 lists, an
     * emergency. NONE: none was stated.
     */
    public enum Ground {
        NONE, CFR_99_30, CFR_99_31, CFR_99_36
    }

    /**
     * @param recipient a person or a department. @param isRecorded as 34 CFR 99.32 asks. @param until read no longer
     */
    public record Disclosure(UUID recipient, Ground ground, boolean isRecorded, Instant until) {}
}
