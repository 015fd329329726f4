package org.daywatch.staffing.eligibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.staffing.availability.Availability;
import org.daywatch.staffing.availability.DatedTime;
import org.daywatch.staffing.availability.WeeklyTime;
import org.daywatch.staffing.availability.Wishes;
import org.daywatch.staffing.caps.ShippedPolicies;
import org.daywatch.staffing.dutystatus.DutyStatus;
import org.daywatch.staffing.officers.Credential.Kind;
import org.daywatch.staffing.officers.Credential;

/**
 * An officer who may take a post on Monday 10 August 2026, to be spoiled one fact at a time; rules are the shipped
 * ones.
 */
final class Case {

    static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    static final UUID SCHOOL = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Pattern ROW = Pattern.compile(
            "\\('([^']+)', '([^']+)', '([^']+)', ([0-9]+), '([^']+)', '([0-9-]{10})', (?:null|'([0-9-]{10})'),",
            Pattern.DOTALL);

    boolean active = true;
    Set<String> roles = Set.of("SSO");
    LocalDate started = LocalDate.parse("2026-08-03");
    LocalDate day = LocalDate.parse("2026-08-10");
    String state = "AZ";
    String role = "SSO";
    String work = "SCHOOL_SAFETY";
    int departmentRank = 1;
    int postedRank = 1;
    Set<UUID> blocked = Set.of();
    List<org.daywatch.staffing.approvals.CapApproval> approvals = List.of();
    List<DutyStatus> statuses = List.of();
    List<org.daywatch.staffing.calloffs.CalledOff> calledOff = List.of();
    List<WeeklyTime> week = List.of();
    List<DatedTime> dates = List.of();
    Wishes wishes = Wishes.NONE;
    List<CapPolicy> policies = ShippedPolicies.of("PROGRAM");
    final List<HourEntry> hours = new ArrayList<>();
    final List<Credential> credentials = new ArrayList<>(List.of(
            credential(Kind.STATE_CERTIFICATION, "2015-05-01", null), training("2025-06-01", 12),
            credential(Kind.FIREARMS, "2026-02-01", null), hoursOf(Kind.SSO_COURSE, "2026-07-01", 8),
            credential(Kind.SCHOOL_CERTIFICATE, "2026-07-20", null),
            credential(Kind.DISABILITIES_TRAINING, "2024-01-01", null),
            credential(Kind.FINGERPRINT_CARD, "2023-01-01", "2029-01-01"),
            credential(Kind.WORK_PERMISSION, "2026-01-05", null)));

    Verdict verdict() {
        var officer = new OfficerFacts(UUID.randomUUID(), UUID.randomUUID(), "Dana Reyes", UUID.randomUUID(), active,
                roles, started,
                credentials, new Availability(week, dates), wishes, blocked, approvals, statuses, calledOff);
        var department = new DepartmentFacts(officer.departmentId(), "Copper Valley Police", departmentRank,
                Set.of("TOWING"), PHOENIX, policies);
        return Eligibility.judge(officer, department, post(), HourLedger.of(hours), rules());
    }

    PostFacts post() {
        return new PostFacts(UUID.randomUUID(), SCHOOL, "Mesquite High", "HIGH", state, PHOENIX, role, day,
                Window.of(day.atTime(7, 0).atZone(PHOENIX).toInstant(), Duration.ofHours(8)), work, postedRank,
                org.daywatch.staffing.terms.AskingOrder.AS_RANKED);
    }

    Case without(Kind kind) {
        credentials.removeIf(c -> c.kind() == kind);
        return this;
    }

    Case with(Credential credential) {
        credentials.add(credential);
        return this;
    }

    Case worked(HourKind kind, String start, int hoursLong) {
        hours.add(HourEntry.planned(kind,
                Window.of(LocalDateTime.parse(start).atZone(PHOENIX).toInstant(), Duration.ofHours(hoursLong))));
        return this;
    }

    static Credential credential(Kind kind, String issued, String expires) {
        return new Credential(UUID.randomUUID(), kind, "", LocalDate.parse(issued),
                expires == null ? null : LocalDate.parse(expires), null, Credential.State.VALID);
    }

    static Credential training(String day, int hours) {
        return hoursOf(Kind.CONTINUING_TRAINING, day, hours);
    }

    static Credential hoursOf(Kind kind, String issued, int hours) {
        return new Credential(UUID.randomUUID(), kind, "", LocalDate.parse(issued), null, BigDecimal.valueOf(hours),
                Credential.State.VALID);
    }

    /** Read from the migration, so that a rule changed there is the rule tested here. */
    static RuleBook rules() {
        try {
            var sql = Files.readString(Path
                    .of("src/main/java/org/daywatch/directory/migrations/seed/V051__rules_of_shifts_and_officers.sql"));
            return new RuleBook(ROW.matcher(sql).results().map(m -> new ProgramRule(m.group(1), m.group(2), m.group(3),
                    new BigDecimal(m.group(4)), m.group(5), LocalDate.parse(m.group(6)),
                    m.group(7) == null ? null : LocalDate.parse(m.group(7)), "", false, "")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
