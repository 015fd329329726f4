package org.daywatch.prevention.findings;

import java.math.BigDecimal;
import org.daywatch.prevention.findings.Finding.*;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.daywatch_db.prevention.tables.records.FindingRecord;
import org.jspecify.annotations.Nullable;

/** A finding as a row of its table, and back. */
final class FindingRows {

    private FindingRows() {}

    static FindingRecord row(Finding f) {
        var r = new FindingRecord();
        r.setAgencyId(f.agencyId());
        r.setId(f.id());
        r.setDistrictId(f.districtId());
        r.setSchoolId(f.schoolId());
        origin(r, f.origin());
        r.setWhat(f.what());
        r.setPlace(f.where().place());
        var mark = f.where().mark();
        r.setPlanId(mark == null ? null : mark.plan());
        r.setMarkAcross(percent(mark == null ? null : mark.across()));
        r.setMarkDown(percent(mark == null ? null : mark.down()));
        r.setSeverity(f.rating().severity());
        r.setLikelihood(f.rating().likelihood());
        r.setCostClass(f.rating().cost() == null ? null : f.rating().cost().name());
        r.setEstimate(f.rating().estimate());
        r.setInterim(f.interim());
        r.setInterimUntil(f.interimUntil());
        r.setOwner(f.owner() == null ? null : f.owner().name());
        r.setOwnerPerson(f.owner() == null ? null : f.owner().person());
        r.setDue(f.due());
        r.setSeenAgain(f.seenAgain());
        r.setVersion(f.version());
        state(r, f.state());
        return r;
    }

    private static void origin(FindingRecord r, Origin o) {
        r.setSource(o.source().name());
        r.setSourceId(o.sourceId());
        r.setCheckpointId(o.checkpointId());
        r.setInstrument(o.instrument());
        r.setItem(o.item());
        r.setEarlierId(o.earlierId());
        r.setOpenedAt(o.at());
        r.setOpenedBy(o.by().name());
        r.setOpenedPerson(o.by().person());
    }

    private static void state(FindingRecord r, State state) {
        r.setState(state.code());
        returned(r, null);
        fixed(r, null);
        verified(r, null);
        ended(r, null);
        r.setReviewBy(null);
        switch (state) {
            case State.Open(var returned) -> returned(r, returned);
            case State.Assigned(var returned) -> returned(r, returned);
            case State.Fixed(var fixed) -> fixed(r, fixed);
            case State.Verified(var fixed, var verified) -> {
                fixed(r, fixed);
                verified(r, verified);
            }
            case State.Closed(var fixed, var verified, var closed) -> {
                fixed(r, fixed);
                verified(r, verified);
                ended(r, closed);
            }
            case State.RiskAccepted(var accepted, var reviewBy) -> {
                ended(r, accepted);
                r.setReviewBy(reviewBy);
            }
        }
    }

    private static void returned(FindingRecord r, @Nullable Returned back) {
        r.setReturnedAt(back == null ? null : back.at());
        r.setReturnedBy(back == null ? null : back.by());
        r.setReturnedWhy(back == null ? "" : back.why());
    }

    private static void fixed(FindingRecord r, @Nullable Word w) {
        r.setFixedAt(w == null ? null : w.at());
        r.setFixedBy(w == null ? null : w.by().name());
        r.setFixedPerson(w == null ? null : w.by().person());
        r.setFixedHow(w == null ? "" : w.words());
    }

    private static void verified(FindingRecord r, @Nullable Word w) {
        r.setVerifiedAt(w == null ? null : w.at());
        r.setVerifiedBy(w == null ? null : w.by().name());
        r.setVerifiedPerson(w == null ? null : w.by().person());
        r.setVerifiedHow(w == null ? "" : w.words());
    }

    private static void ended(FindingRecord r, @Nullable Word w) {
        r.setEndedAt(w == null ? null : w.at());
        r.setEndedBy(w == null ? null : w.by().name());
        r.setEndedPerson(w == null ? null : w.by().person());
        r.setEndedHow(w == null ? "" : w.words());
    }

    static @Nullable BigDecimal percent(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    static Finding finding(FindingRecord r) {
        var origin = new Origin(Source.valueOf(r.getSource()), r.getSourceId(), r.getCheckpointId(), r.getInstrument(),
                r.getItem(), r.getEarlierId(), r.getOpenedAt(), new By(r.getOpenedPerson(), r.getOpenedBy()));
        var mark = r.getPlanId() == null
                ? null
                : new Mark(r.getPlanId(), r.getMarkAcross().doubleValue(), r.getMarkDown().doubleValue());
        var rating = new Rating(r.getSeverity(), r.getLikelihood(),
                r.getCostClass() == null ? null : CostClass.valueOf(r.getCostClass()), r.getEstimate());
        return new Finding(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), origin, r.getWhat(),
                new Where(r.getPlace(), mark), rating, r.getInterim(), r.getInterimUntil(),
                r.getOwner() == null ? null : new Owner(r.getOwner(), r.getOwnerPerson()), r.getDue(), r.getSeenAgain(),
                state(r), r.getVersion());
    }

    private static State state(FindingRecord r) {
        var fixed = new Word(new By(r.getFixedPerson(), r.getFixedBy()), r.getFixedAt(), r.getFixedHow());
        var verified = new Word(new By(r.getVerifiedPerson(), r.getVerifiedBy()), r.getVerifiedAt(),
                r.getVerifiedHow());
        var ended = new Word(new By(r.getEndedPerson(), r.getEndedBy()), r.getEndedAt(), r.getEndedHow());
        var returned = r.getReturnedAt() == null
                ? null
                : new Returned(r.getReturnedBy(), r.getReturnedAt(), r.getReturnedWhy());
        return switch (r.getState()) {
            case "OPEN" -> new State.Open(returned);
            case "ASSIGNED" -> new State.Assigned(returned);
            case "FIXED" -> new State.Fixed(fixed);
            case "VERIFIED" -> new State.Verified(fixed, verified);
            case "CLOSED" -> new State.Closed(fixed, verified, ended);
            case "RISK_ACCEPTED" -> new State.RiskAccepted(ended, r.getReviewBy());
            default ->
                throw new IllegalStateException("finding " + r.getId() + " has the unknown state " + r.getState());
        };
    }
}
