package org.daywatch.staffing.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.RuleBook;
import org.daywatch.staffing.eligibility.Term.Amount;
import org.daywatch.staffing.eligibility.Term.Day;
import org.daywatch.staffing.eligibility.Term.Name;
import org.daywatch.staffing.officers.Credential.Kind;
import org.daywatch.staffing.officers.Credential;

/** What an officer must hold on the day of the post. A rule that is not in force there and then asks nothing. */
record CredentialRules(OfficerFacts officer, PostFacts post, RuleBook rules, List<RuleFinding> findings,
        List<String> asked) {

    private static final int SOON_DAYS = 30;

    void judge() {
        required("STATE_CERTIFICATION", Kind.STATE_CERTIFICATION);
        inForce("CONTINUING_TRAINING", this::continuingTraining);
        inForce("FIREARMS", this::firearms);
        if (post.role().equals("SSO"))
            inForce("COURSE_HOURS_SSO", (rule, day) -> course(rule, Kind.SSO_COURSE, Kind.SRO_COURSE));
        if (post.role().equals("SRO")) inForce("COURSE_HOURS_SRO", (rule, day) -> course(rule, Kind.SRO_COURSE));
        inForce("SCHOOL_CERTIFICATE_WITHIN", this::schoolCertificate);
        required("DISABILITIES_TRAINING", Kind.DISABILITIES_TRAINING);
        required("FINGERPRINT_CARD", Kind.FINGERPRINT_CARD);
        inForce("WORK_PERMISSION", this::workPermission);
    }

    private void required(String code, Kind kind) {
        inForce(code, (rule, day) -> held(rule, kind, day));
    }

    private void inForce(String code, BiConsumer<ProgramRule, LocalDate> judge) {
        rules.find(code, post.day(), RuleBook.state(post.state())).ifPresent(rule -> {
            asked.add(rule.version());
            judge.accept(rule, post.day());
        });
    }

    private void held(ProgramRule rule, Kind kind, LocalDate day) {
        var best = of(kind).filter(c -> c.holds(day))
                .max(Comparator.comparing(c -> c.expiresOn() == null ? LocalDate.MAX : c.expiresOn()));
        if (best.isPresent()) {
            soon(rule, kind, best.get().expiresOn(), day);
            return;
        }
        var latest = of(kind).filter(c -> !c.issuedOn().isAfter(day)).max(Comparator.comparing(Credential::issuedOn));
        if (latest.isEmpty()) fail(rule, "CREDENTIAL_MISSING", name(kind));
        else if (!latest.get().isValid()) fail(rule, "CREDENTIAL_SUSPENDED", name(kind));
        else fail(rule, "CREDENTIAL_EXPIRED", name(kind), new Day(latest.get().expiresOn()));
    }

    private void soon(ProgramRule rule, Kind kind, LocalDate expires, LocalDate day) {
        if (expires != null && expires.isBefore(day.plusDays(SOON_DAYS)))
            warn(rule, "CREDENTIAL_EXPIRES_SOON", name(kind), new Day(expires));
    }

    /**
     * Last year's hours must be complete; hours of this year make up for them. The duty begins on 1 January after
     * certification.
     */
    private void continuingTraining(ProgramRule rule, LocalDate day) {
        var certified = of(Kind.STATE_CERTIFICATION).map(Credential::issuedOn).min(Comparator.naturalOrder());
        int lastYear = day.getYear() - 1;
        if (certified.isEmpty()) return;
        var thisYear = trained(day.getYear());
        if (certified.get().getYear() < lastYear && trained(lastYear).compareTo(rule.value()) < 0
                && thisYear.compareTo(rule.value()) < 0) {
            fail(rule, "TRAINING_HOURS_SHORT", new Amount(trained(lastYear)), new Amount(rule.value()),
                    new Amount(BigDecimal.valueOf(lastYear)));
        } else
            if (certified.get().getYear() < day.getYear() && lateInTheYear(day)
                    && thisYear.compareTo(rule.value()) < 0) {
                        warn(rule, "TRAINING_HOURS_DUE", new Amount(thisYear), new Amount(rule.value()),
                                new Amount(BigDecimal.valueOf(day.getYear())));
                    }
    }

    private BigDecimal trained(int year) {
        return of(Kind.CONTINUING_TRAINING).filter(c -> c.isValid() && c.issuedOn().getYear() == year)
                .map(Credential::hoursOrNone).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Once in each calendar year, so last year's qualification carries until this year's is due. */
    private void firearms(ProgramRule rule, LocalDate day) {
        var last = of(Kind.FIREARMS).filter(c -> c.holds(day)).map(Credential::issuedOn).max(Comparator.naturalOrder());
        if (last.isEmpty() || last.get().getYear() < day.getYear() - 1) {
            fail(rule, "FIREARMS_DUE", last.<Term>map(Day::new).orElse(new Name("eligibility.never")));
        } else if (last.get().getYear() < day.getYear() && lateInTheYear(day)) {
            warn(rule, "FIREARMS_THIS_YEAR", new Day(last.get()));
        }
    }

    private void course(ProgramRule rule, Kind... kinds) {
        var done = Stream.of(kinds).flatMap(this::of).filter(c -> c.holds(post.day())).map(Credential::hoursOrNone)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (done.compareTo(rule.value()) < 0)
            fail(rule, "COURSE_HOURS_SHORT", name(kinds[0]), new Amount(done), new Amount(rule.value()));
    }

    /** The month runs from their first day in schools, or from the day the law began for those already there. */
    private void schoolCertificate(ProgramRule rule, LocalDate day) {
        var started = officer.startedInSchools() == null || officer.startedInSchools().isAfter(day)
                ? day
                : officer.startedInSchools();
        var clock = started.isBefore(rule.validFrom()) ? rule.validFrom() : started;
        var due = clock.plusMonths(rule.number());
        int years = rules.find("SCHOOL_CERTIFICATE_VALID", day, RuleBook.state(post.state())).map(ProgramRule::number)
                .orElse(Integer.MAX_VALUE);
        var held = of(Kind.SCHOOL_CERTIFICATE).filter(c -> c.holds(day)).map(Credential::issuedOn)
                .max(Comparator.naturalOrder());
        boolean youngEnough = held.isPresent()
                && (years == Integer.MAX_VALUE || held.get().isAfter(started.minusYears(years)));
        if (youngEnough) return;
        if (!day.isAfter(due)) warn(rule, "SCHOOL_CERTIFICATE_DUE", new Day(due));
        else
            if (held.isPresent())
                fail(rule, "SCHOOL_CERTIFICATE_TOO_OLD", new Day(held.get()), new Day(started), new Day(due));
            else
                fail(rule, "SCHOOL_CERTIFICATE_OVERDUE", new Day(started), new Day(due));
    }

    /** One without an end lapses with its calendar year. What the department said last is what counts. */
    private void workPermission(ProgramRule rule, LocalDate day) {
        var last = of(Kind.WORK_PERMISSION).filter(c -> !c.issuedOn().isAfter(day))
                .max(Comparator.comparing(Credential::issuedOn).thenComparing(CredentialRules::lapses));
        if (last.isEmpty()) fail(rule, "CREDENTIAL_MISSING", name(Kind.WORK_PERMISSION));
        else if (!last.get().isValid()) fail(rule, "CREDENTIAL_SUSPENDED", name(Kind.WORK_PERMISSION));
        else
            if (lapses(last.get()).isBefore(day))
                fail(rule, "CREDENTIAL_EXPIRED", name(Kind.WORK_PERMISSION), new Day(lapses(last.get())));
            else
                soon(rule, Kind.WORK_PERMISSION, lapses(last.get()), day);
    }

    private static LocalDate lapses(Credential permission) {
        return Optional.ofNullable(permission.lastDay()).orElse(LocalDate.MAX);
    }

    private static boolean lateInTheYear(LocalDate day) {
        return day.getMonth().compareTo(Month.OCTOBER) >= 0;
    }

    private Stream<Credential> of(Kind kind) {
        return officer.credentials().stream().filter(c -> c.kind() == kind);
    }

    private static Name name(Kind kind) {
        return new Name("officers.credential." + kind);
    }

    private void fail(ProgramRule rule, String code, Term... terms) {
        findings.add(RuleFinding.failed(code, List.of(rule.version()), terms));
    }

    private void warn(ProgramRule rule, String code, Term... terms) {
        findings.add(RuleFinding.warning(code, List.of(rule.version()), terms));
    }
}
