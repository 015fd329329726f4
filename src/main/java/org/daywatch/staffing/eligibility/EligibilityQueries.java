package org.daywatch.staffing.eligibility;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SCHOOL_BLOCK;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.staffing.approvals.CapApprovalStore;
import org.daywatch.staffing.calloffs.CalledOffStore;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.staffing.dutystatus.DutyStatusStore;
import org.daywatch.staffing.hours.HourStore;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerStore;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the facts and has them judged: one officer at one post, at all open posts, or all officers at one post. */
@Component
@Transactional(readOnly = true)
public class EligibilityQueries {

    private final DSLContext db;
    private final OfficerStore officers;
    private final HourStore hours;
    private final CapPolicyStore policies;
    private final ProgramRules rules;
    private final Campuses campuses;
    private final Organizations organizations;
    private final CapApprovalStore approvals;
    private final DutyStatusStore statuses;
    private final CalledOffStore called;
    private final DepartmentTerms terms;
    private final Clock clock;

    EligibilityQueries(DSLContext db, OfficerStore officers, HourStore hours, CapPolicyStore policies,
            ProgramRules rules, Campuses campuses,
            Organizations organizations, CapApprovalStore approvals, DutyStatusStore statuses, CalledOffStore called,
            DepartmentTerms terms, Clock clock) {
        this.terms = terms;
        this.called = called;
        this.statuses = statuses;
        this.db = db;
        this.officers = officers;
        this.hours = hours;
        this.policies = policies;
        this.rules = rules;
        this.campuses = campuses;
        this.organizations = organizations;
        this.approvals = approvals;
        this.clock = clock;
    }

    /** A post and what is said of the officer there. */
    public record JudgedPost(PostFacts post, Verdict verdict) {}

    /** An officer and what is said of them at the post. */
    public record JudgedOfficer(OfficerFacts officer, Verdict verdict) {

        /** Which of their wishes the post would grant. */
        public List<String> wished(PostFacts post) {
            return officer.wishes().granted(post.schoolId(), post.level(), post.day().getDayOfWeek());
        }
    }

    public Verdict judge(UUID officerId, UUID postId) {
        return describe(officerId, postId).verdict();
    }

    public JudgedPost describe(UUID officerId, UUID postId) {
        return describe(officerId, postId, List.of());
    }

    /** @param planned further work they would have: what a roster proposes for them besides */
    public JudgedPost describe(UUID officerId, UUID postId, List<Window> planned) {
        var post = post(postId);
        var officer = facts(officerId);
        return new JudgedPost(post, Eligibility.judge(officer, department(officer.departmentId()), post,
                with(hours.ledger(officerId, post.window()), planned), rules.book()));
    }

    private static HourLedger with(HourLedger ledger, List<Window> planned) {
        for (var window : planned) ledger = ledger.with(HourEntry.planned(HourKind.OFF_DUTY_HERE, window));
        return ledger;
    }

    /**
     * Every post that may be taken from one day to another, both included, held ones only by whom they are held for.
     */
    public List<JudgedPost> judgeOpenPosts(UUID officerId, LocalDate from, LocalDate to) {
        var free = POST.STATE.eq("OPEN").or(POST.STATE.eq("HELD").and(POST.HELD_FOR.eq(officerId)));
        var posts = posts(POST.DAY.between(from, to).and(free));
        if (posts.isEmpty()) return List.of();
        var officer = facts(officerId);
        var department = department(officer.departmentId());
        var ledger = hours.ledger(officerId, span(posts));
        var book = rules.book();
        return posts.stream().map(p -> new JudgedPost(p, Eligibility.judge(officer, department, p, ledger, book)))
                .toList();
    }

    /**
     * All active officers: those who may first, and of them those who are glad to be asked and would like to go there.
     */
    public List<JudgedOfficer> judgeOfficers(UUID postId) {
        return judgeOfficers(postId, Map.of());
    }

    /** @param planned by officer, further work they would have: what a roster proposes for them besides */
    public List<JudgedOfficer> judgeOfficers(UUID postId, Map<UUID, List<Window>> planned) {
        var post = post(postId);
        return judge(post, officers.list(Officer.State.ACTIVE), planned)
                .sorted(Comparator.comparing((JudgedOfficer j) -> !j.verdict().allowed())
                        .thenComparing(j -> j.verdict().reasons().size())
                        .thenComparing(j -> j.verdict().outsideAvailability())
                        .thenComparing(j -> -j.wished(post).size()).thenComparing(j -> j.officer().name()))
                .toList();
    }

    /** Those officers at that post, active or not, in the order of their ids. */
    public List<JudgedOfficer> judgeOfficers(UUID postId, Collection<UUID> chosen) {
        return judge(post(postId), chosen.stream().sorted().map(officers::get).toList(), Map.of()).toList();
    }

    private Stream<JudgedOfficer> judge(PostFacts post, List<Officer> files, Map<UUID, List<Window>> planned) {
        var facts = facts(files);
        var departments = facts.stream().map(OfficerFacts::departmentId).distinct()
                .collect(Collectors.toMap(Function.identity(), this::department));
        Map<UUID, HourLedger> ledgers = hours.ledgers(facts.stream().map(OfficerFacts::id).toList(), post.window());
        var book = rules.book();
        return facts.stream()
                .map(o -> new JudgedOfficer(o, Eligibility.judge(o, departments.get(o.departmentId()), post,
                        with(ledgers.get(o.id()), planned.getOrDefault(o.id(), List.of())), book)));
    }

    /** Everything a whole roster is judged by, gathered once. @param ledgers by officer, around all the posts */
    public record Field(List<PostFacts> posts, List<OfficerFacts> officers, Map<UUID, DepartmentFacts> departments,
            Map<UUID, HourLedger> ledgers, RuleBook rules) {}

    /** All posts between two days that are open, held or filled and not over, and all active officers. */
    public Field field(LocalDate from, LocalDate to) {
        return field(posts(POST.DAY.between(from, to).and(POST.STATE.in("OPEN", "HELD", "FILLED"))
                .and(POST.ENDS_AT.gt(clock.instant()))));
    }

    /** The same around posts that are known, also of days that are over. */
    public Field field(List<PostFacts> posts) {
        var active = active();
        var departments = active.stream().map(OfficerFacts::departmentId).distinct()
                .collect(Collectors.toMap(Function.identity(), this::department));
        var ids = active.stream().map(OfficerFacts::id).toList();
        return new Field(posts, active, departments, posts.isEmpty() ? Map.of() : hours.ledgers(ids, span(posts)),
                rules.book());
    }

    public DepartmentFacts department(UUID departmentId) {
        var name = organizations.find(departmentId).map(Organizations.Organization::name).orElse("");
        var periods = terms.periods(departmentId);
        if (periods.inOrder().isEmpty()) return DepartmentFacts.withoutTerms(departmentId, name);
        var now = periods.on(LocalDate.ofInstant(clock.instant(), periods.inOrder().getFirst().zone())).orElseThrow();
        return facts(now, name,
                periods.inOrder().stream().filter(t -> t != now).map(t -> facts(t, name, List.of())).toList());
    }

    private DepartmentFacts facts(AgreedTerms t, String name, List<DepartmentFacts> others) {
        return new DepartmentFacts(t.departmentId(), name, t.rank(),
                t.prohibited().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()), t.zone(),
                policies.judging(t.policySet(), t.departmentId()), t.from(), t.to(),
                !t.policySet().equals(CapPolicyStore.NOT_KNOWN), others);
    }

    List<OfficerFacts> active() {
        return facts(officers.list(Officer.State.ACTIVE));
    }

    private List<OfficerFacts> facts(Collection<Officer> files) {
        var ids = files.stream().map(Officer::id).toList();
        var credentials = officers.credentials(ids);
        var blocks = db.select(SCHOOL_BLOCK.OFFICER_ID, SCHOOL_BLOCK.SCHOOL_ID).from(SCHOOL_BLOCK)
                .where(SCHOOL_BLOCK.OFFICER_ID.in(ids))
                .and(SCHOOL_BLOCK.OUTCOME.isNull().or(SCHOOL_BLOCK.OUTCOME.ne("LIFTED")))
                .fetchGroups(SCHOOL_BLOCK.OFFICER_ID, SCHOOL_BLOCK.SCHOOL_ID);
        var words = approvals.inForce(ids, clock.instant());
        var standing = statuses.standing(ids);
        var off = called.standing(ids);
        return files.stream()
                .map(o -> new OfficerFacts(o.id(), o.personId(), o.fullName(), o.departmentId(),
                        o.state() == Officer.State.ACTIVE,
                        o.roles(), o.startedInSchoolsOn(), credentials.getOrDefault(o.id(), List.of()),
                        o.availability(), o.wishes(),
                        Set.copyOf(blocks.getOrDefault(o.id(), List.of())), words.getOrDefault(o.id(), List.of()),
                        standing.getOrDefault(o.id(), List.of()),
                        off.getOrDefault(o.id(), List.of())))
                .toList();
    }

    OfficerFacts facts(UUID officer) {
        return facts(List.of(officers.get(officer))).getFirst();
    }

    public PostFacts post(UUID postId) {
        return posts(POST.ID.eq(postId)).stream().findFirst().orElseThrow(() -> new NotFound("post " + postId));
    }

    /** In the order of time; posts of schools that are no longer listed are left out. */
    public List<PostFacts> posts(Collection<UUID> ids) {
        return posts(POST.ID.eq(DSL.any(ids.toArray(UUID[]::new))));
    }

    private List<PostFacts> posts(Condition which) {
        var rows = db
                .select(POST.ID, POST.SCHOOL_ID, POST.ROLE, POST.DAY, POST.STARTS_AT, POST.ENDS_AT, POST.POSTED_RANK,
                        DETAIL_REQUEST.WORK_KIND,
                        DETAIL_REQUEST.PRIMARY_DEPARTMENT_ID)
                .from(POST).join(DETAIL_REQUEST).on(DETAIL_REQUEST.AGENCY_ID.eq(POST.AGENCY_ID))
                .and(DETAIL_REQUEST.ID.eq(POST.REQUEST_ID))
                .where(which).orderBy(POST.STARTS_AT, POST.ID).fetch();
        Map<UUID, Campus> schools = campuses.list(rows.stream().map(r -> r.get(POST.SCHOOL_ID)).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        var orders = terms.orders();
        return rows.stream().filter(r -> schools.containsKey(r.get(POST.SCHOOL_ID))).map(r -> {
            var school = schools.get(r.get(POST.SCHOOL_ID));
            return new PostFacts(r.get(POST.ID), school.id(), school.name(), school.level().name(), school.state(),
                    school.zone(), r.get(POST.ROLE), r.get(POST.DAY),
                    new Window(r.get(POST.STARTS_AT), r.get(POST.ENDS_AT)), r.get(DETAIL_REQUEST.WORK_KIND),
                    r.get(POST.POSTED_RANK),
                    orders.apply(r.get(DETAIL_REQUEST.PRIMARY_DEPARTMENT_ID), r.get(POST.DAY)));
        }).toList();
    }

    private static Window span(List<PostFacts> posts) {
        var last = posts.stream().map(p -> p.window().end()).max(Comparator.naturalOrder()).orElseThrow();
        return new Window(posts.getFirst().window().start(), last);
    }
}
