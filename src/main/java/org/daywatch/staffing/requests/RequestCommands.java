package org.daywatch.staffing.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.FarthestDays;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.staffing.StaffingEvent.RequestDrafted;
import org.daywatch.staffing.StaffingEvent.TermCoverageAgreed;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.requests.DetailRequest.State;
import org.daywatch.staffing.requests.DetailRequestCommand.Accept;
import org.daywatch.staffing.requests.DetailRequestCommand.Change;
import org.daywatch.staffing.requests.DetailRequestCommand.Decline;
import org.daywatch.staffing.requests.DetailRequestCommand.Submit;
import org.daywatch.staffing.requests.DetailRequestCommand.Withdraw;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happens to detail requests: load, decide, save, tell. */
@Component
@Transactional
public class RequestCommands {

    private final HomeTime home;
    private final RequestStore requests;
    private final Campuses campuses;
    private final Organizations organizations;
    private final DepartmentTerms terms;
    private final Facts facts;
    private final Clock clock;

    RequestCommands(RequestStore requests, Campuses campuses, Organizations organizations, DepartmentTerms terms,
            Facts facts, HomeTime home, Clock clock) {
        this.home = home;
        this.requests = requests;
        this.campuses = campuses;
        this.organizations = organizations;
        this.terms = terms;
        this.facts = facts;
        this.clock = clock;
    }

    /** Coverage the agency arranges itself for many schools: accepted at once, told once. */
    public List<UUID> agree(Collection<RequestContent> contents, UUID department) {
        var forbidden = contents.stream().map(c -> Map.entry(c.firstDay(), c.workKind())).distinct()
                .flatMap(asked -> terms.list(asked.getKey()).refusal(department, asked.getValue()).stream())
                .findFirst();
        if (forbidden.isPresent()) {
            throw new Refused(StaffingRefusal.WORK_PROHIBITED,
                    Map.of("department", forbidden.get().department(), "work", forbidden.get().work().name()));
        }
        var agreed = made(contents, new State.Accepted(department));
        if (!agreed.isEmpty()) {
            facts.tell(new TermCoverageAgreed(agreed.getFirst().agencyId(), Ids.next(), clock.instant(), agreed.size(),
                    agreed.getFirst().number(), agreed.getLast().number()));
        }
        return agreed.stream().map(DetailRequest::id).toList();
    }

    public UUID draft(RequestContent content) {
        return draft(List.of(content)).getFirst();
    }

    public List<UUID> draft(Collection<RequestContent> contents) {
        var drafted = made(contents, new State.Draft());
        for (var d : drafted)
            facts.tell(new RequestDrafted(d.agencyId(), d.id(), d.createdAt(), d.number(), d.content().schoolId()));
        return drafted.stream().map(DetailRequest::id).toList();
    }

    private List<DetailRequest> made(Collection<RequestContent> contents, State state) {
        var schools = campuses.list(contents.stream().map(RequestContent::schoolId).toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        var now = clock.instant();
        contents.forEach(c -> c.mustLieAhead(today()));
        var numbers = requests.nextNumbers(home.day(now).getYear(), contents.size()).iterator();
        var agencies = new HashMap<UUID, UUID>();
        var made = new ArrayList<DetailRequest>();
        for (var content : contents) {
            var school = schools.get(content.schoolId());
            if (school == null) throw new NotFound("school " + content.schoolId());
            var agency = agencies.computeIfAbsent(school.districtId(), this::agencyOf);
            made.add(new DetailRequest(Ids.next(), agency, school.districtId(), numbers.next(), content, state,
                    Tenancy.current().map(Scope::person).orElse(null), now, 0));
        }
        requests.insert(made);
        return made;
    }

    /**
     * @param version the one the writer had before them
     * @throws Stale when somebody changed it while they wrote: neither's words are lost unseen
     */
    public void change(UUID id, int version, RequestContent content) {
        current(id, version);
        content.mustLieAhead(today());
        decide(id, new Change(content));
    }

    public void submit(UUID id) {
        decide(id, new Submit());
    }

    /** What was read is what is accepted: @throws Stale when the request is no longer the one of this version. */
    public void accept(UUID id, int version, UUID department) {
        current(id, version);
        accept(id, department);
    }

    /** @throws org.daywatch.platform.errors.Refused naming the department when it forbids this work */
    public void accept(UUID id, UUID department) {
        var content = requests.get(id).content();
        var departments = terms.list(content.firstDay());
        if (departments.departments().stream().noneMatch(d -> d.departmentId().equals(department))) {
            throw new NotFound("department " + department);
        }
        var screened = departments.refusal(department, content.workKind());
        decide(id, new Accept(department, screened));
    }

    /** To whichever department is asked first among those that may do this work. */
    public void accept(UUID id) {
        var content = requests.get(id).content();
        var work = content.workKind();
        var departments = terms.list(content.firstDay());
        var first = departments.open(work).stream().findFirst();
        if (first.isPresent()) {
            decide(id, new Accept(first.get().departmentId(), Optional.empty()));
        } else if (departments.departments().isEmpty()) {
            throw new NotFound("a department: none works for this agency yet");
        } else {
            accept(id, departments.departments().getFirst().departmentId());
        }
    }

    public void decline(UUID id, String reason) {
        decide(id, new Decline(reason));
    }

    public void withdraw(UUID id, String reason) {
        decide(id, new Withdraw(reason));
    }

    private void current(UUID id, int version) {
        var now = requests.get(id);
        if (now.version() != version) throw new Stale("detail request " + now.number());
    }

    /**
     * Requests of this kind and role that stand at these schools and share days with the content; who reads it decides
     * whether they ask for the same.
     */
    @Transactional(readOnly = true)
    public List<DetailRequest> standing(Collection<UUID> schools, RequestContent content) {
        return requests.standing(schools, content);
    }

    /** The day it still is in the westernmost schools. */
    private LocalDate today() {
        return FarthestDays.earliest(clock.instant());
    }

    private void decide(UUID id, DetailRequestCommand command) {
        var decided = requests.get(id).decide(command, clock.instant()).orThrow();
        requests.save(decided.state());
        facts.tell(decided.facts());
    }

    private UUID agencyOf(UUID district) {
        return organizations.find(district).map(o -> o.parent())
                .orElseThrow(() -> new NotFound("district " + district));
    }
}
