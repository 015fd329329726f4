package org.daywatch.transparency.programs.screens;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.Requirement;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.OfficerFiles.Paper;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.transparency.programs.totals.SchoolMeters;
import org.daywatch.transparency.programs.totals.SchoolYears;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Certificates and courses that programs ask of officers: who holds what, what ends soon. Officers' files are the
 * agency's and are read as the agency; whoever asks for lines answers for who sees them.
 */
@Component
public class Certificates {

    private static final String SOON = "PROGRAM_PAPER_SOON";
    /**
     * What a gate is called in an officer's file. A gate that is not here is kept elsewhere, and nothing is said about
     * it.
     */
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("GATE:STATE_CERTIFICATION", "STATE_CERTIFICATION"),
            Map.entry("GATE:CONTINUING_TRAINING", "CONTINUING_TRAINING"),
            Map.entry("GATE:FIREARMS", "FIREARMS"), Map.entry("GATE:COURSE_HOURS_SSO", "SSO_COURSE"),
            Map.entry("GATE:COURSE_HOURS_SRO", "SRO_COURSE"),
            Map.entry("GATE:DISABILITIES_TRAINING", "DISABILITIES_TRAINING"),
            Map.entry("GATE:SCHOOL_CERTIFICATE_WITHIN", "SCHOOL_CERTIFICATE"),
            Map.entry("GATE:NEW_OFFICER_TRAINING", "NEW_OFFICER_TRAINING"),
            Map.entry("GATE:ADVANCED_ACADEMY", "LRE_ACADEMY"), Map.entry("REVIEW:OFFICER", "PERFORMANCE_FORM"),
            Map.entry("GATE:FERPA_TRAINING", "FERPA_TRAINING"),
            Map.entry("GATE:CIVIL_RIGHTS_TRAINING", "CIVIL_RIGHTS_TRAINING"),
            Map.entry("GATE:MENTAL_HEALTH_TRAINING", "MENTAL_HEALTH_TRAINING"));
    /** Asked anew in each school year. */
    private static final Set<String> YEARLY = Set.of("LRE_ACADEMY", "PERFORMANCE_FORM");
    /** Of whoever goes on after a first school year. */
    private static final String ACADEMY = "LRE_ACADEMY";

    private static final Comparator<Line> URGENCY = Comparator.comparing(Line::state).reversed()
            .thenComparing(Line::name).thenComparing(Line::kind);

    private final OfficerFiles files;
    private final Organizations organizations;
    private final ProgramRules rules;

    Certificates(OfficerFiles files, Organizations organizations, ProgramRules rules) {
        this.files = files;
        this.organizations = organizations;
        this.rules = rules;
    }

    /** An officer's file says whether they hold it. */
    public static boolean inFiles(Requirement gate) {
        return FILES.containsKey(gate.subject());
    }

    public enum State { HELD, ENDS_SOON, IN_GRACE, MISSING }

    /**
     * @param kind in the words of the officer's file
     * @param until its last day, or the last day in time for one that is missing; null where there is none
     * @param late of one that is held and came after the last day in time; null where it came in time or no rule says
     * by when
     */
    public record Line(UUID officer, String name, String kind, State state, @Nullable LocalDate until,
            Requirement requirement, @Nullable Late late) {

        public Line(UUID officer, String name, String kind, State state, @Nullable LocalDate until,
                Requirement requirement) {
            this(officer, name, kind, state, until, requirement, null);
        }

        public long daysLate() {
            return late == null ? 0 : ChronoUnit.DAYS.between(late.by(), late.on());
        }
    }

    /** The codes of the rules behind them, each once. */
    public static List<String> codes(List<Line> lines) {
        return lines.stream().map(line -> line.requirement().rule().version()).distinct().toList();
    }

    /** Issued after the last day in time. */
    /** Those that are not simply held. */
    public static List<Line> wanting(List<Line> papers) {
        return papers.stream().filter(paper -> paper.state != State.HELD).toList();
    }

    public record Late(LocalDate by, LocalDate on) {}

    /** The most urgent first. */
    public List<Line> of(List<SchoolMeters> schools, LocalDate asOf) {
        return all(bySchool(schools, asOf));
    }

    /** Of several schools together: one paper of one officer is one. */
    static List<Line> all(Map<UUID, List<Line>> bySchool) {
        return bySchool.values().stream().flatMap(List::stream).distinct().sorted(URGENCY).toList();
    }

    /**
     * In a handful of reads, whatever the number of schools. Call it outside a transaction: a session of a district is
     * not shown these rows.
     */
    public Map<UUID, List<Line>> bySchool(List<SchoolMeters> schools, LocalDate asOf) {
        if (schools.isEmpty()) return Map.of();
        var agency = organizations.find(schools.getFirst().school().districtId()).map(Organization::parent);
        return agency.isEmpty() ? Map.of() : Tenancy.as(Scope.system(agency.get()), () -> read(schools, asOf));
    }

    private Map<UUID, List<Line>> read(List<SchoolMeters> schools, LocalDate asOf) {
        var soon = asOf.plusDays(rules.inForce(SOON, "ALL", asOf).orElseThrow().number());
        var officers = schools.stream().flatMap(s -> s.officers().stream()).map(SchoolMeters.OfOfficer::officer)
                .distinct().toList();
        var names = files.names(officers);
        var papers = files.papers(officers);
        var started = files.started(officers);
        var bySchool = new LinkedHashMap<UUID, List<Line>>();
        for (var school : schools) {
            var lines = new ArrayList<Line>();
            var valid = school.requirements().stream().filter(r -> r.subject().equals("GATE:SCHOOL_CERTIFICATE_VALID"))
                    .findFirst();
            var kinds = school.posts().stream().map(p -> p.post().kind()).collect(Collectors.toSet());
            for (var gate : school.requirements()) {
                String kind = FILES.get(gate.subject());
                if (kind == null || course(kind) && !kinds.contains(kind.substring(0, 3))) continue;
                var within = within(school.requirements(), gate);
                for (var o : school.officers()) {
                    var first = started.get(o.officer());
                    if (!asked(kind, first, asOf)) continue;
                    var blank = new Line(o.officer(), names.getOrDefault(o.officer(), ""), kind, State.MISSING, null,
                            gate);
                    lines.add(line(blank, young(papers.getOrDefault(o.officer(), List.of()), kind, first, valid), first,
                            within, new Days(asOf, soon)));
                }
            }
            bySchool.put(school.school().id(), lines.stream().distinct().sorted(URGENCY).toList());
        }
        return bySchool;
    }

    /** A course is for one kind of officer. */
    private static boolean course(String kind) {
        return kind.endsWith("_COURSE");
    }

    /** A state certificate counts when it was less than so many years old on their first day in schools. */
    static List<Paper> young(List<Paper> papers, String kind, @Nullable LocalDate started,
            Optional<Requirement> valid) {
        if (!kind.equals("SCHOOL_CERTIFICATE") || started == null || valid.isEmpty()) return papers;
        var oldest = started.minusYears(valid.get().rule().number());
        return papers.stream().filter(p -> !p.kind().equals(kind) || p.issuedOn().isAfter(oldest)).toList();
    }

    /** An academy is for those who go on: in their first school year an officer has the training of a new one. */
    static boolean asked(String kind, @Nullable LocalDate started, LocalDate asOf) {
        return !kind.equals(ACADEMY) || started == null || started.isBefore(SchoolYears.begin(asOf));
    }

    /** The rule that says how many months a new officer has: the gate's own, or one beside it. */
    static @Nullable Requirement within(List<Requirement> rules, Requirement gate) {
        if (gate.rule().unit().startsWith("month")) return gate;
        return rules.stream()
                .filter(r -> r.subject().equals(gate.subject() + "_WITHIN") && r.rule().unit().startsWith("month"))
                .findFirst().orElse(null);
    }

    /** @param soon what ends before that day ends soon */
    record Days(LocalDate asOf, LocalDate soon) {}

    /**
     * @param asked officer, kind and gate; the rest is found here. @param within by when a new officer holds it; null
     * where no rule says so
     */
    static Line line(Line asked, List<Paper> papers, @Nullable LocalDate started, @Nullable Requirement within,
            Days days) {
        var asOf = days.asOf();
        var soon = days.soon();
        if (YEARLY.contains(asked.kind)) return yearly(asked, papers, started, asOf);
        var held = papers.stream().filter(p -> p.kind().equals(asked.kind) && p.holds(asOf))
                .max(Comparator.comparing(p -> p.expiresOn() == null ? LocalDate.MAX : p.expiresOn()));
        var by = within != null && started != null ? started.plusMonths(within.rule().number()) : null;
        if (held.isPresent()) {
            var ends = held.get().expiresOn();
            var late = within != null && started != null && by != null && within.inForce(started)
                    ? late(asked.kind, papers, started, by)
                    : null;
            return new Line(asked.officer, asked.name, asked.kind,
                    ends != null && ends.isBefore(soon) ? State.ENDS_SOON : State.HELD, ends, asked.requirement, late);
        }
        return new Line(asked.officer, asked.name, asked.kind,
                by != null && !asOf.isAfter(by) ? State.IN_GRACE : State.MISSING, by, asked.requirement);
    }

    /**
     * Their first one counts, also when they have renewed it since; one that was over before they began does not. A
     * rule that began after them left them no months.
     */
    private static @Nullable Late late(String kind, List<Paper> papers, LocalDate started, LocalDate by) {
        var first = papers.stream()
                .filter(p -> p.kind().equals(kind) && (p.expiresOn() == null || !p.expiresOn().isBefore(started)))
                .map(Paper::issuedOn).min(Comparator.naturalOrder());
        return first.filter(on -> on.isAfter(by)).map(on -> new Late(by, on)).orElse(null);
    }

    /**
     * This school year's counts until its end, and makes up for last year's; who went without all of last year lacks it
     * until then.
     */
    private static Line yearly(Line asked, List<Paper> papers, @Nullable LocalDate started, LocalDate asOf) {
        var begin = SchoolYears.begin(asOf);
        var lastYear = begin.minusYears(1);
        var issued = papers.stream().filter(p -> p.kind().equals(asked.kind) && p.holds(asOf)).map(Paper::issuedOn)
                .toList();
        if (issued.stream().anyMatch(d -> !d.isBefore(begin)))
            return new Line(asked.officer, asked.name, asked.kind, State.HELD, SchoolYears.end(asOf),
                    asked.requirement);
        boolean askedLastYear = started != null && started.isBefore(begin)
                && asked(asked.kind, started, begin.minusDays(1)) && asked.requirement.inForce(lastYear);
        boolean lacked = askedLastYear && issued.stream().noneMatch(d -> !d.isBefore(lastYear));
        return new Line(asked.officer, asked.name, asked.kind, lacked ? State.MISSING : State.IN_GRACE,
                lacked ? begin.minusDays(1) : SchoolYears.end(asOf), asked.requirement);
    }
}
