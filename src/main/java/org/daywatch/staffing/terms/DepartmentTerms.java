package org.daywatch.staffing.terms;

import static org.daywatch_db.staffing.Tables.DEPARTMENT_TERMS;
import static org.daywatch_db.staffing.Tables.PROHIBITED_WORK;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.terms.ProhibitedWork.DepartmentList;
import org.daywatch_db.staffing.tables.records.DepartmentTermsRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The departments that work for the agency, in the order in which they are asked, with what each forbids. */
@Component
@Transactional
public class DepartmentTerms {

    private static final Comparator<AgreedTerms> ASKED = Comparator.comparingInt(AgreedTerms::rank)
            .thenComparing(AgreedTerms::departmentId);

    private final DSLContext db;
    private final Organizations organizations;
    private final AuditLog audit;
    private final Clock clock;

    DepartmentTerms(DSLContext db, Organizations organizations, AuditLog audit, Clock clock) {
        this.db = db;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Today's. */
    @Transactional(readOnly = true)
    public ProhibitedWork list() {
        return list(agreed());
    }

    /** By the terms of that day: work that begins then is asked for by them. */
    @Transactional(readOnly = true)
    public ProhibitedWork list(LocalDate day) {
        return list(periods().values().stream().flatMap(p -> p.on(day).stream()).sorted(ASKED).toList());
    }

    private ProhibitedWork list(List<AgreedTerms> agreed) {
        Map<UUID, String> names = organizations.listOwn("DEPARTMENT").stream()
                .collect(Collectors.toMap(o -> o.id(), o -> o.name()));
        return ProhibitedWork.of(agreed.stream()
                .map(t -> new DepartmentList(t.departmentId(),
                        names.getOrDefault(t.departmentId(), "" + t.departmentId()), t.rank(), t.prohibited()))
                .toList());
    }

    /** The published list a department follows: MESA, SURPRISE. */
    @Transactional(readOnly = true)
    public Set<WorkKind> published(String list) {
        var kinds = db.selectFrom(PROHIBITED_WORK).where(PROHIBITED_WORK.LIST.eq(list))
                .fetch(r -> WorkKind.valueOf(r.getWorkKind()));
        if (kinds.isEmpty()) { throw new InvalidInput("list", list, "terms.error.list"); }
        return Set.copyOf(kinds);
    }

    @Transactional(readOnly = true)
    public List<String> lists() {
        return db.selectDistinct(PROHIBITED_WORK.LIST).from(PROHIBITED_WORK).orderBy(PROHIBITED_WORK.LIST)
                .fetch(PROHIBITED_WORK.LIST);
    }

    /**
     * One of each department and agency, in the order in which departments are asked: the terms that hold today, else
     * the next, else the last. An agency sees those of all its departments, a department its own.
     */
    @Transactional(readOnly = true)
    public List<AgreedTerms> agreed() {
        return periods().values().stream().flatMap(p -> p.on(today(p)).stream()).sorted(ASKED).toList();
    }

    /** What will hold after that, agreed already; by department and agency, the nearest first. */
    @Transactional(readOnly = true)
    public List<AgreedTerms> coming() {
        return periods().values().stream()
                .flatMap(p -> p.after(today(p)).stream().filter(t -> !p.on(today(p)).equals(Optional.of(t)))).toList();
    }

    /** Of today, or the nearest. */
    @Transactional(readOnly = true)
    public Optional<AgreedTerms> find(UUID department) {
        var periods = periods(department);
        return periods.inOrder().isEmpty() ? Optional.empty() : periods.on(today(periods));
    }

    @Transactional(readOnly = true)
    public TermsPeriods periods(UUID department) {
        return periods(DEPARTMENT_TERMS.DEPARTMENT_ID.eq(department)).values().stream().findFirst()
                .orElse(TermsPeriods.NONE);
    }

    @Transactional(readOnly = true)
    public TermsPeriods periods(UUID agency, UUID department) {
        return periods(DEPARTMENT_TERMS.AGENCY_ID.eq(agency).and(DEPARTMENT_TERMS.DEPARTMENT_ID.eq(department)))
                .values().stream().findFirst().orElse(TermsPeriods.NONE);
    }

    /**
     * In which order departments are asked for the posts of a request, by the department it names and the day of the
     * post.
     */
    @Transactional(readOnly = true)
    public BiFunction<@Nullable UUID, LocalDate, AskingOrder> orders() {
        var all = periods().values().stream()
                .collect(Collectors.toMap(p -> p.inOrder().getFirst().departmentId(), p -> p, (a, b) -> a));
        return (first, day) -> new AskingOrder(first,
                first == null
                        ? 0
                        : all.getOrDefault(first, TermsPeriods.NONE).on(day).map(AgreedTerms::rank).orElse(0));
    }

    /** The agency's rank of each department as it is on a day. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> ranks(LocalDate day) {
        return periods().values().stream().flatMap(p -> p.on(day).stream()).sorted(ASKED).collect(
                Collectors.toMap(AgreedTerms::departmentId, AgreedTerms::rank, (a, b) -> a, LinkedHashMap::new));
    }

    private record Pair(UUID agency, UUID department) {}

    private Map<Pair, TermsPeriods> periods() {
        return periods(DSL.noCondition());
    }

    private Map<Pair, TermsPeriods> periods(Condition which) {
        return db.selectFrom(DEPARTMENT_TERMS).where(which)
                .orderBy(DEPARTMENT_TERMS.DEPARTMENT_ID, DEPARTMENT_TERMS.AGENCY_ID).fetch(DepartmentTerms::terms)
                .stream()
                .collect(Collectors.groupingBy(t -> new Pair(t.agencyId(), t.departmentId()), LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), TermsPeriods::new)));
    }

    /** Asked after those that have agreed already. */
    @Transactional(readOnly = true)
    public int nextRank() {
        return agreed().stream().mapToInt(AgreedTerms::rank).max().orElse(0) + 1;
    }

    private LocalDate today(TermsPeriods periods) {
        return LocalDate.ofInstant(clock.instant(), periods.inOrder().getFirst().zone());
    }

    /** What a department has confirmed last counts on its days; what was agreed before keeps the others. */
    public void put(AgreedTerms terms) {
        if (terms.rank() < 1) throw new InvalidInput("rank", "" + terms.rank(), "terms.error.rank");
        organizations.find(terms.departmentId()).filter(o -> o.kind().equals("DEPARTMENT"))
                .orElseThrow(() -> new NotFound("department " + terms.departmentId()));
        var mine = DEPARTMENT_TERMS.AGENCY_ID.eq(terms.agencyId())
                .and(DEPARTMENT_TERMS.DEPARTMENT_ID.eq(terms.departmentId()));
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 64))",
                terms.agencyId() + "" + terms.departmentId());
        var before = new TermsPeriods(db.selectFrom(DEPARTMENT_TERMS).where(mine).fetch(DepartmentTerms::terms));
        db.deleteFrom(DEPARTMENT_TERMS).where(mine).execute();
        db.batchInsert(before.with(terms).inOrder().stream().map(DepartmentTerms::row).toList()).execute();
        audit.act("DepartmentTermsChanged", "department " + terms.departmentId(), Map.of("rank", terms.rank(),
                "prohibited", words(terms), "from", "" + terms.from(), "to", "" + terms.to()));
    }

    private static List<String> words(AgreedTerms terms) {
        return terms.prohibited().stream().map(Enum::name).sorted().toList();
    }

    /** What the department itself may change. The audit line keeps every field that changed, as it was and as it is. */
    public void change(AgreedTerms before, AgreedTerms after) {
        int hit = db.update(DEPARTMENT_TERMS).set(row(after)).where(DEPARTMENT_TERMS.AGENCY_ID.eq(after.agencyId()))
                .and(DEPARTMENT_TERMS.DEPARTMENT_ID.eq(after.departmentId()))
                .and(DEPARTMENT_TERMS.VALID_FROM.isNotDistinctFrom(before.from())).execute();
        if (hit == 0) throw new NotFound("terms with agency " + after.agencyId());
        var changed = new LinkedHashMap<String, Object>();
        before.changesTo(after, Enum::name).forEach(c -> changed.put(c.field(), List.of(c.before(), c.after())));
        audit.act("DepartmentTermsChanged", "department " + after.departmentId(), changed);
    }

    private static DepartmentTermsRecord row(AgreedTerms t) {
        var row = new DepartmentTermsRecord();
        row.setAgencyId(t.agencyId());
        row.setDepartmentId(t.departmentId());
        row.setRankOrder(t.rank());
        row.setPolicySet(t.policySet());
        row.setProhibitedWork(words(t).toArray(String[]::new));
        row.setZone(t.zone().getId());
        row.setSupervisorFrom(t.supervisorFrom());
        row.setSupervisorPer(t.supervisorPer());
        row.setLeadHours(t.leadHours());
        row.setCancelHours(t.cancelHours());
        row.setMinimumHours(t.minimumHours());
        row.setValidFrom(t.from());
        row.setValidTo(t.to());
        return row;
    }

    private static AgreedTerms terms(DepartmentTermsRecord r) {
        return new AgreedTerms(r.getAgencyId(), r.getDepartmentId(), r.getRankOrder(), r.getPolicySet(),
                Arrays.stream(r.getProhibitedWork()).map(WorkKind::valueOf).collect(Collectors.toUnmodifiableSet()),
                ZoneId.of(r.getZone()), r.getSupervisorFrom(),
                r.getSupervisorPer(), r.getLeadHours(), r.getCancelHours(), r.getMinimumHours(), r.getValidFrom(),
                r.getValidTo());
    }
}
