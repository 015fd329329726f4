package org.daywatch.planning.agreements;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.planning.PlanningEvent.AgreementDrafted;
import org.daywatch.planning.PlanningEvent.AgreementEnded;
import org.daywatch.planning.PlanningEvent.AgreementExpired;
import org.daywatch.planning.PlanningEvent.AgreementOffered;
import org.daywatch.planning.PlanningEvent.AgreementRevised;
import org.daywatch.planning.PlanningEvent.AgreementSigned;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.agreements.AgreementCommand.*;
import org.daywatch.platform.events.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A service agreement or memorandum between the agency that sends officers and the district that receives them.
 *
 * @param officerId null where it speaks of all who work there
 * @param start the first day of the officer's work at the school in this term
 * @param due the last day in time for both signatures
 * @param dueRule version of the rule that sets it; empty where somebody set the day
 * @param ends last day of the term
 * @param text version of its clauses; 0 while there are none
 * @param hash of the text as it stands
 * @param follows the agreement it renews
 * @param signatures those below the present text
 */
public record Agreement(UUID agencyId, UUID id, UUID districtId, UUID schoolId, Kind kind, @Nullable UUID officerId,
        String officer, @Nullable UUID fundedPost, String language,
        LocalDate start, LocalDate due, String dueRule, LocalDate ends, State state, Instant since, int text,
        String hash, @Nullable String reason, @Nullable UUID follows,
        List<Signature> signatures, String draftedBy, int version) {

    public enum Kind { SERVICE, MOU }

    public enum State {
        DRAFT, OFFERED, SIGNED_IN_PART, IN_FORCE, EXPIRED, RENEWED, ENDED;

        /** Not signed by both parties, and still to be. */
        public boolean open() {
            return this == DRAFT || this == OFFERED || this == SIGNED_IN_PART;
        }
    }

    public enum Party { AGENCY, DISTRICT }

    /** @param hash of the exact text they signed */
    public record Signature(UUID id, Party party, UUID person, String name, String role, int text, String hash,
            Instant at) {}

    public Decision<Agreement> decide(AgreementCommand command, Instant now) {
        return switch (command) {
            case Revise revise -> revise(revise, now);
            case Offer offer -> offer(offer, now);
            case Sign sign -> sign(sign, now);
            case Expire expire -> state != State.IN_FORCE || !expire.today().isAfter(ends)
                    ? refuse(PlanningRefusal.AGREEMENT_STATE)
                    : Decision.accept(to(State.EXPIRED, now, null),
                            new AgreementExpired(agencyId, id, now, schoolId, null, expire.by()));
            case Replace replace -> state != State.IN_FORCE && state != State.EXPIRED
                    ? refuse(PlanningRefusal.AGREEMENT_STATE)
                    : Decision.accept(to(State.RENEWED, now, null),
                            new AgreementExpired(agencyId, id, now, schoolId, replace.successor(), replace.by()));
            case End end -> end(end, now);
        };
    }

    private Decision<Agreement> revise(Revise revise, Instant now) {
        if (!state.open()) return refuse(PlanningRefusal.AGREEMENT_STATE);
        var revised = with(State.DRAFT, now, text + 1, null, List.of());
        return Decision.accept(revised,
                new AgreementRevised(agencyId, id, now, schoolId, text + 1, signatures.size(), revise.by()));
    }

    private Decision<Agreement> offer(Offer offer, Instant now) {
        if (state != State.DRAFT) return refuse(PlanningRefusal.AGREEMENT_STATE);
        if (text == 0) return refuse(PlanningRefusal.AGREEMENT_EMPTY);
        String why = offer.why().strip();
        if (offer.open() > 0 && why.isEmpty())
            return Decision.refuse(PlanningRefusal.AGREEMENT_CHECK_UNANSWERED, Map.of("open", offer.open()));
        return Decision.accept(to(State.OFFERED, now, null),
                new AgreementOffered(agencyId, id, now, schoolId, text, why, offer.by()));
    }

    private Decision<Agreement> sign(Sign sign, Instant now) {
        if (state != State.OFFERED && state != State.SIGNED_IN_PART) return refuse(PlanningRefusal.AGREEMENT_STATE);
        if (sign.party() == null) return refuse(PlanningRefusal.AGREEMENT_NOT_YOUR_PARTY);
        var already = of(sign.party());
        if (already.isPresent())
            return Decision.refuse(PlanningRefusal.AGREEMENT_SIGNED_ALREADY, Map.of("name", already.get().name()));
        if (signatures.stream().anyMatch(s -> s.person().equals(sign.person())))
            return refuse(PlanningRefusal.AGREEMENT_SAME_PERSON);
        if (!sign.hash().equals(hash)) return refuse(PlanningRefusal.AGREEMENT_TEXT_CHANGED);
        if (!plain(sign.typed()).equals(plain(sign.name())))
            return Decision.refuse(PlanningRefusal.AGREEMENT_NAME_DIFFERS,
                    Map.of("typed", sign.typed(), "name", sign.name()));
        var signed = new ArrayList<>(signatures);
        signed.add(new Signature(sign.id(), sign.party(), sign.person(), sign.typed().strip(), sign.role(), text, hash,
                now));
        boolean complete = signed.size() == Party.values().length;
        return Decision.accept(
                with(complete ? State.IN_FORCE : State.SIGNED_IN_PART, now, text, null, List.copyOf(signed)),
                new AgreementSigned(agencyId, id, now, districtId, schoolId, kind.name(), officerId, sign.today(),
                        sign.party().name(), complete, start, ends, sign.by()));
    }

    private Decision<Agreement> end(End end, Instant now) {
        if (!state.open() && state != State.IN_FORCE) return refuse(PlanningRefusal.AGREEMENT_STATE);
        String reason = end.reason().strip();
        if (reason.isEmpty()) return refuse(PlanningRefusal.PLANNING_REASON_MISSING);
        return Decision.accept(to(State.ENDED, now, reason),
                new AgreementEnded(agencyId, id, now, schoolId, reason, end.by()));
    }

    /** The signature of a party below the present text. */
    public Optional<Signature> of(Party party) {
        return signatures.stream().filter(s -> s.party() == party).findFirst();
    }

    /** To be signed, and the last day in time is over. */
    public boolean late(LocalDate today) {
        return state.open() && today.isAfter(due);
    }

    AgreementDrafted drafted() {
        return new AgreementDrafted(agencyId, id, since, districtId, schoolId, kind.name(), officerId, start, due,
                draftedBy);
    }

    private Agreement to(State then, Instant now, @Nullable String why) {
        return with(then, now, text, why, signatures);
    }

    private Agreement with(State then, Instant now, int newText, @Nullable String why, List<Signature> signed) {
        return new Agreement(agencyId, id, districtId, schoolId, kind, officerId, officer, fundedPost, language, start,
                due, dueRule, ends, then, now, newText, hash, why, follows, signed,
                draftedBy, version + 1);
    }

    /** Case, accents and spaces do not make another name. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").strip().replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static Decision<Agreement> refuse(PlanningRefusal why) {
        return Decision.refuse(why);
    }
}
