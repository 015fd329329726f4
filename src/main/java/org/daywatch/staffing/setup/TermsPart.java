package org.daywatch.staffing.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.json.Fields;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.json.Scalars;
import org.daywatch.platform.outgoing.LinkMail;
import org.daywatch.platform.setup.file.Differences;
import org.daywatch.platform.setup.file.SetupPart;
import org.daywatch.platform.setup.file.SetupReading;
import org.daywatch.platform.setup.file.SetupRun;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.departments.register.DepartmentFile;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.daywatch.staffing.terms.TermsPeriods;
import org.daywatch.staffing.terms.proposals.TermsPaper;
import org.daywatch.staffing.terms.proposals.TermsProposal;
import org.daywatch.staffing.terms.proposals.TermsProposalStore;
import org.daywatch.staffing.terms.proposals.TermsProposals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The terms agreed with each department: in force at once where the signed paper lies beside the file, else proposed
 * over a link.
 */
@Component
class TermsPart implements SetupPart {

    private static final int LONGEST_NAME = 120;

    private final NamedDepartments departments;
    private final DepartmentTerms terms;
    private final TermsProposals proposals;
    private final TermsProposalStore proposed;
    private final LinkMail mail;
    private final Organizations organizations;

    TermsPart(NamedDepartments departments, DepartmentTerms terms, TermsProposals proposals,
            TermsProposalStore proposed, LinkMail mail, Organizations organizations) {
        this.departments = departments;
        this.terms = terms;
        this.proposals = proposals;
        this.proposed = proposed;
        this.mail = mail;
        this.organizations = organizations;
    }

    /** @param rank 0: as now, or after those that are there */
    private record Wanted(JsonValue json, @Nullable String department, LocalDate from, @Nullable LocalDate to,
            Set<WorkKind> forbidden, @Nullable String limits, int rank,
            @Nullable Integer supervisorFrom, @Nullable Integer supervisorPer, Hours hours, @Nullable Signed signed,
            @Nullable String askAt) {}

    private record Hours(@Nullable Integer lead, @Nullable Integer cancel, @Nullable Integer minimum) {}

    private record Signed(TermsPaper paper, String by, String title) {}

    @Override
    public String key() {
        return "terms";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Work read(JsonValue section, SetupReading file) {
        var seen = new HashMap<String, JsonValue>();
        var wanted = file.each(section, value -> {
            var read = wanted(value, file);
            file.once(seen, value, read.department() + " from " + read.from());
            return read;
        });
        return run -> wanted.forEach(t -> run.at(t.json(), () -> apply(t, run)));
    }

    private static Wanted wanted(JsonValue value, SetupReading file) {
        var fields = file.fields(value, "department", "first_day", "last_day", "work_allowed", "limits", "asked_as",
                "supervisor", "lead_hours", "cancel_hours", "minimum_hours", "paper",
                "signed_by", "signed_title", "ask", "email");
        var from = fields.day("first_day");
        var to = fields.findDay("last_day");
        if (to != null && to.isBefore(from)) file.flaws().add(fields.find("last_day"), "is before the first day.");
        Integer supervisorFrom = null;
        Integer supervisorPer = null;
        if (fields.has("supervisor")) {
            var supervisor = file.fields(fields.find("supervisor"), "from", "per");
            supervisorFrom = supervisor.required("from").map(v -> (int) Scalars.whole(v, file.flaws(), 2, 50))
                    .orElse(null);
            supervisorPer = supervisor.required("per").map(v -> (int) Scalars.whole(v, file.flaws(), 1, 50))
                    .orElse(null);
        }
        var hours = new Hours(hours(fields, "lead_hours", 2160), hours(fields, "cancel_hours", 336),
                hours(fields, "minimum_hours", 12));
        boolean ask = fields.truth("ask", false);
        if (fields.has("paper") == ask) {
            file.flaws().add(value, ask
                    ? "has both paper and ask; the signed paper needs no link, so keep one of the two."
                    : "says neither paper nor ask; name the file of the signed paper, or write \"ask\": true to mail the department a link.");
        }
        String email = file.email(fields, "email");
        return new Wanted(value, file.text(fields, "department"), from, to, forbidden(fields, file),
                file.text(fields, "limits"), (int) fields.whole("asked_as", 0, 1, 999), supervisorFrom,
                supervisorPer, hours, fields.has("paper") ? signed(fields, file) : null,
                ask ? email == null ? "" : email : null);
    }

    private static @Nullable Integer hours(Fields fields, String name, int most) {
        return fields.has(name) ? (Integer) (int) fields.whole(name, 0, 0, most) : null;
    }

    private static Set<WorkKind> forbidden(Fields fields, SetupReading file) {
        if (!fields.has("work_allowed")) return WorkKind.USUALLY_FORBIDDEN;
        var known = Scalars.names(WorkKind.values());
        var allowed = fields.list("work_allowed").stream()
                .map(item -> WorkKind.valueOf(Scalars.choice(item, file.flaws(), known))).collect(Collectors.toSet());
        if (!allowed.contains(WorkKind.SCHOOL_SAFETY))
            file.flaws().add(fields.find("work_allowed"),
                    "lacks SCHOOL_SAFETY, which officers are asked for here; add it.");
        var forbidden = EnumSet.allOf(WorkKind.class);
        forbidden.removeAll(allowed);
        return Set.copyOf(forbidden);
    }

    private static @Nullable Signed signed(Fields fields, SetupReading file) {
        var value = fields.find("paper");
        String by = file.required(fields, "signed_by");
        String title = file.text(fields, "signed_title");
        if (by.length() > LONGEST_NAME)
            file.flaws().add(fields.find("signed_by"), "is longer than " + LONGEST_NAME + " characters; shorten it.");
        var path = file.file(value);
        if (path == null) return null;
        return file.checked(value, Map.of(), () -> {
            try {
                return new Signed(TermsPaper.read(path.getFileName().toString(), Files.readAllBytes(path)), by,
                        title == null ? "" : title);
            } catch (IOException e) {
                throw new InvalidInput("paper", path.toString(), "terms.error.paper");
            }
        }).orElse(null);
    }

    private void apply(Wanted wanted, SetupRun run) {
        var department = departments.department(run, wanted.json(), wanted.department());
        var id = department.getKey();
        String name = department.getValue().name();
        var periods = terms.periods(id);
        var before = periods.inOrder().stream().filter(t -> wanted.from().equals(t.from())).findFirst().orElse(null);
        var after = terms(wanted, id, department.getValue(), periods, run);
        if (periods.with(after).equals(periods)) {
            run.unchanged(wanted.json(), name);
            return;
        }
        if (wanted.askAt() != null && !toAsk(wanted, id, after, run)) {
            run.unchanged(wanted.json(), name + ": waits for the department's answer");
            return;
        }
        if (wanted.askAt() != null) proposals.send(by(), after, address(wanted, department.getValue(), run));
        else proposals.file(by(), after, wanted.signed().paper(), wanted.signed().by(), wanted.signed().title());
        String said = wanted.askAt() == null ? name : name + ": proposed over a link";
        if (before == null || wanted.askAt() != null) run.created(wanted.json(), said);
        else run.changed(wanted.json(), said, differences(before, after), () -> {});
    }

    private AgreedTerms terms(Wanted wanted, UUID id, DepartmentFile file, TermsPeriods periods, SetupRun run) {
        var before = periods.inOrder().isEmpty() ? null : periods.on(wanted.from()).orElse(null);
        String present = before == null ? file.policySet() : before.policySet();
        String set = wanted.limits() == null ? present : departments.set(run, wanted.json(), wanted.limits(), present);
        int rank = wanted.rank() > 0 ? wanted.rank() : before == null ? terms.nextRank() : before.rank();
        var usual = AgreedTerms.usual(Tenancy.tenant(), id, rank, set, wanted.forbidden(),
                before == null ? file.zone() : before.zone());
        var hours = wanted.hours();
        return usual
                .with(set, wanted.forbidden(), wanted.supervisorFrom(), wanted.supervisorPer(),
                        hours.lead() == null ? usual.leadHours() : hours.lead(),
                        hours.cancel() == null ? usual.cancelHours() : hours.cancel(),
                        hours.minimum() == null ? usual.minimumHours() : hours.minimum())
                .between(wanted.from(), wanted.to());
    }

    /** False while the same terms wait for an answer; what the department objected to is not asked again. */
    private boolean toAsk(Wanted wanted, UUID id, AgreedTerms after, SetupRun run) {
        var same = proposed.ofDepartment(id).stream().filter(p -> alike(p.terms(), after)).findFirst();
        if (same.isPresent() && same.get().state() instanceof TermsProposal.State.Objected(var by, var objection)) {
            throw run.refuse(wanted.json(), "proposes what " + by.words() + " objected to: " + objection
                    + " Change the terms, or ask again on the department's page.");
        }
        return same.filter(TermsProposal::waits).isEmpty();
    }

    /** A rank nobody chose moves on as others agree. */
    private static boolean alike(AgreedTerms one, AgreedTerms other) {
        return one.ranked(1).equals(other.ranked(1));
    }

    private String address(Wanted wanted, DepartmentFile file, SetupRun run) {
        if (!mail.possible()) throw new InvalidInput("ask", "", "departments.error.mail");
        String to = wanted.askAt().isEmpty() ? file.contact().email() : wanted.askAt();
        if (to.isEmpty())
            throw run.refuse(wanted.json(),
                    "knows no address of the department; add email here, or the contact's email under departments.");
        return to;
    }

    private TermsProposals.By by() {
        var agency = organizations.find(Tenancy.tenant()).map(Organizations.Organization::name).orElse("");
        return new TermsProposals.By(Tenancy.current().map(Scope::person).orElse(Tenancy.tenant()), agency, agency);
    }

    private static Differences differences(AgreedTerms before, AgreedTerms after) {
        var differences = new Differences().of("asked_as", before.rank(), after.rank());
        before.changesTo(after, Enum::name).forEach(c -> differences.of(c.field(), c.before(), c.after()));
        return differences;
    }
}
