package org.daywatch.platform.access;

import static org.daywatch.platform.access.ReadingClause.allow;
import static org.daywatch.platform.access.ReadingClause.glass;
import static org.daywatch.platform.access.ReadingClause.kind;
import static org.daywatch.platform.access.ReadingClause.part;
import static org.daywatch.platform.access.ReadingClause.purpose;
import static org.daywatch.platform.access.ReadingClause.refuse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.access.CaseReader.Purpose;
import org.daywatch.platform.access.CaseRecord.Kind;
import org.daywatch.platform.access.ReadingAnswer.Allowed;
import org.daywatch.platform.access.ReadingAnswer.AllowedByGlass;
import org.daywatch.platform.access.ReadingAnswer.MayBreakGlass;
import org.daywatch.platform.access.ReadingAnswer.Refused;
import org.daywatch.platform.access.ReadingClause.Condition;
import org.daywatch.platform.identity.Capacity;

/**
 * Who may read what: the text is docs/security/who-reads.md, clause by clause under the same names. The first clause
 * that holds decides; what none allows is refused.
 */
public final class ReadingRule {

    /** So long, and no longer without another reason. */
    public static final Duration GLASS_STAYS_OPEN = Duration.ofMinutes(15);

    static final String NOBODY_ELSE = "NOBODY_ELSE";

    private static final Condition IN_DISTRICT = that("in the district", Look::inDistrict);
    private static final Condition AT_SCHOOL = that("at the school", Look::atSchool);
    private static final Condition ASSIGNED = that("assigned", Look::isAssigned);
    private static final Condition ON_POST = that("on post there", Look::isOnPost);
    private static final Condition AS_AGENT = capacity(Capacity.SCHOOL_AGENT);
    private static final Condition DISCLOSED = that("disclosed to them", Look::isDisclosed);
    private static final Condition GROUND = that("with a ground", Look::hasGround);
    private static final Condition RECORDED = that("recorded", Look::isRecorded);
    private static final Condition STILL = that("for the time it was given", Look::isDisclosedStill);

    static final List<ReadingClause> CLAUSES = List.of(
            allow("WRITER_OWN_THREAD", part(Part.WRITER), kind(Kind.THREAD),
                    that("holds its receipt", look -> look.reader().holdsReceipt())),
            refuse("WRITER_NOTHING_ELSE", part(Part.WRITER)),
            allow("STUDENT_OWN_ACCOUNT", part(Part.STUDENT), kind(Kind.OWN_ACCOUNT), that("their own", Look::isOwn)),
            refuse("STUDENT_NOTHING_ELSE", part(Part.STUDENT)),
            refuse("LEFT", that("no member", look -> !look.reader().isMember())),
            refuse("PROTECTED", that("protected", look -> look.record().isProtected()),
                    that("not named for it", look -> !look.isNamed())),
            refuse("SPEAKS_OF_READER", that("mentioned", Look::isMentioned)),
            refuse("CONSENT_WITHDRAWN", kind(Kind.CARE_STATE, Kind.CARE_CAUSE, Kind.MATCH, Kind.CONFERENCE,
                    Kind.AGREEMENT, Kind.PERIOD), that("consent withdrawn", Look::isConsentWithdrawn)),
            allow("COUNT_OF_MANY", kind(Kind.COUNT), IN_DISTRICT, that("of 11 and more", Look::isManyPeople),
                    purpose(Purpose.FIGURES)),
            refuse("COUNT_ELSE", kind(Kind.COUNT)),
            refuse("HELD_BACK", part(Part.PARENT), kind(Kind.OWN_ACCOUNT),
                    that("held back", look -> look.record().isHeldBack())),
            allow("PARENT_OWN_CHILD", part(Part.PARENT), kind(Kind.OWN_ACCOUNT), that("custody", Look::hasCustody)),
            allow("ANALYST_NEW", part(Part.TIP_ANALYST), kind(Kind.TIP_NEW, Kind.TIP_LIFE_SAFETY), IN_DISTRICT,
                    purpose(Purpose.TRIAGE)),
            allow("ANALYST_STILL_THEIRS", part(Part.TIP_ANALYST), kind(Kind.TIP_ROUTED, Kind.THREAD), IN_DISTRICT,
                    ASSIGNED, purpose(Purpose.TRIAGE)),
            allow("HELPER_ROUTED", part(Part.COUNSELOR, Part.PRINCIPAL), kind(Kind.TIP_ROUTED, Kind.TIP_LIFE_SAFETY,
                    Kind.THREAD, Kind.CONCERN, Kind.SAFETY_PLAN), AT_SCHOOL, ASSIGNED,
                    purpose(Purpose.HELP, Purpose.SAFETY)),
            allow("COUNSELOR_CARE", part(Part.COUNSELOR), kind(Kind.CARE_STATE, Kind.CARE_CAUSE, Kind.MATCH,
                    Kind.CONFERENCE, Kind.AGREEMENT, Kind.PERIOD, Kind.RESTRAINT, Kind.DIVERSION), AT_SCHOOL, ASSIGNED,
                    purpose(Purpose.HELP)),
            allow("PRINCIPAL_CARE_STATE", part(Part.PRINCIPAL), kind(Kind.CARE_STATE, Kind.PERIOD), AT_SCHOOL),
            allow("PRINCIPAL_CARE_TEXT", part(Part.PRINCIPAL), kind(Kind.CARE_CAUSE, Kind.MATCH, Kind.CONFERENCE,
                    Kind.AGREEMENT, Kind.RESTRAINT, Kind.DIVERSION), AT_SCHOOL, purpose(Purpose.HELP, Purpose.SAFETY)),
            allow("TEACHER_CARE", part(Part.TEACHER), kind(Kind.PERIOD, Kind.CONFERENCE, Kind.AGREEMENT), AT_SCHOOL,
                    ASSIGNED, purpose(Purpose.HELP)),
            allow("PRINCIPAL_DISCLOSURES", part(Part.PRINCIPAL), kind(Kind.DISCLOSURE), AT_SCHOOL,
                    purpose(Purpose.RECORDS)),
            allow("COUNSELOR_DISCLOSURES", part(Part.COUNSELOR), kind(Kind.DISCLOSURE), AT_SCHOOL, ASSIGNED,
                    purpose(Purpose.RECORDS)),
            glass("HELPER_GLASS", part(Part.COUNSELOR, Part.PRINCIPAL),
                    kind(Kind.TIP_ROUTED, Kind.TIP_LIFE_SAFETY, Kind.CONCERN, Kind.SAFETY_PLAN), AT_SCHOOL,
                    purpose(Purpose.HELP, Purpose.SAFETY)),
            allow("OFFICER_LIFE_SAFETY", part(Part.OFFICER), AS_AGENT, ON_POST, kind(Kind.TIP_LIFE_SAFETY),
                    purpose(Purpose.SAFETY)),
            allow("OFFICER_SHARED", part(Part.OFFICER), AS_AGENT, ON_POST,
                    kind(Kind.TIP_ROUTED, Kind.CONCERN, Kind.SAFETY_PLAN),
                    that("shared by the team", look -> look.record().isShared()), purpose(Purpose.SAFETY)),
            glass("OFFICER_GLASS", part(Part.OFFICER), AS_AGENT, ON_POST, kind(Kind.SAFETY_PLAN),
                    purpose(Purpose.SAFETY)),
            allow("OFFICER_CARE", part(Part.OFFICER), AS_AGENT, ON_POST, ASSIGNED,
                    kind(Kind.CARE_STATE, Kind.MATCH, Kind.CONFERENCE, Kind.AGREEMENT),
                    that("consent stands", Look::isConsented), purpose(Purpose.HELP)),
            allow("OFFICER_RESTRAINT", part(Part.OFFICER), AS_AGENT, ON_POST, ASSIGNED, kind(Kind.RESTRAINT),
                    purpose(Purpose.SAFETY)),
            allow("PEACE_OFFICER_DISCLOSED", part(Part.OFFICER), capacity(Capacity.PEACE_OFFICER),
                    kind(Kind.TIP_ROUTED, Kind.TIP_LIFE_SAFETY, Kind.CONCERN, Kind.SAFETY_PLAN), DISCLOSED, GROUND,
                    RECORDED, STILL, purpose(Purpose.SAFETY)),
            allow("KEEPER_DISCLOSURES", part(Part.RECORDS_KEEPER), kind(Kind.DISCLOSURE), IN_DISTRICT,
                    purpose(Purpose.RECORDS)),
            allow("KEEPER_REQUEST", part(Part.RECORDS_KEEPER),
                    kind(Kind.CONCERN, Kind.SAFETY_PLAN, Kind.OWN_ACCOUNT, Kind.CARE_CAUSE, Kind.MATCH, Kind.CONFERENCE,
                            Kind.AGREEMENT, Kind.RESTRAINT, Kind.DIVERSION),
                    IN_DISTRICT, ASSIGNED, purpose(Purpose.RECORDS)),
            allow("POLICE_LIFE_SAFETY", part(Part.POLICE_RECEIVER), kind(Kind.TIP_LIFE_SAFETY), IN_DISTRICT, ASSIGNED,
                    DISCLOSED, that("for an emergency", Look::isForEmergency), RECORDED, STILL,
                    purpose(Purpose.SAFETY)),
            allow("POLICE_ROUTED", part(Part.POLICE_RECEIVER), kind(Kind.TIP_ROUTED), IN_DISTRICT, ASSIGNED, DISCLOSED,
                    GROUND, RECORDED, STILL, purpose(Purpose.SAFETY)));

    static final List<Condition> GLASS = List.of(that("of this record", Look::isGlassOfThisRecord),
            that("with a reason", Look::hasReason), that("somebody was told", Look::isTold),
            that("not over", Look::isGlassOpen));

    private ReadingRule() {}

    public static ReadingAnswer of(CaseReader reader, CaseRecord record, Instant now) {
        return of(new Look(reader, record, now), CLAUSES, GLASS);
    }

    static ReadingAnswer of(Look look, List<ReadingClause> clauses, List<Condition> glass) {
        for (var clause : clauses) {
            if (!clause.holds(look)) continue;
            return switch (clause.outcome()) {
                case ALLOW -> new Allowed(clause.name());
                case REFUSE -> new Refused(clause.name());
                case GLASS -> glass.stream().allMatch(condition -> condition.holds().test(look))
                        ? new AllowedByGlass(clause.name(),
                                look.reader().glass().orElseThrow().at().plus(Look.GLASS_STAYS_OPEN))
                        : new MayBreakGlass(clause.name());
            };
        }
        return new Refused(NOBODY_ELSE);
    }

    private static Condition that(String words, Predicate<Look> holds) {
        return new Condition(words, holds);
    }

    private static Condition capacity(Capacity capacity) {
        return that("as " + capacity, look -> look.reader().capacity() == capacity);
    }
}
