package org.daywatch.staffing.replacement.moves;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.replacement.Replacement;
import org.daywatch.staffing.replacement.Replacement.State;
import org.daywatch.staffing.replacement.ReplacementQueries;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** For the coordinator: whom she could ask to move. There is nothing on the page that moves anybody. */
@Controller
@Needs(Permission.SHIFTS_DESK)
class MovePages {

    private final ReplacementQueries queries;
    private final MoveProposals proposals;
    private final Campuses campuses;
    private final AuditLog audit;

    MovePages(ReplacementQueries queries, MoveProposals proposals, Campuses campuses, AuditLog audit) {
        this.queries = queries;
        this.proposals = proposals;
        this.campuses = campuses;
        this.audit = audit;
    }

    @GetMapping("/replacements/{id}/moves")
    ModelAndView moves(@PathVariable UUID id, Page page) {
        var search = queries.find(id).orElseThrow(() -> new NotFound("replacement " + id)).search();
        var school = campuses.find(search.schoolId()).orElseThrow(() -> new NotFound("school " + search.schoolId()));
        boolean looking = looking(search);
        var proposal = looking ? proposals.of(search) : new MoveProposal(java.util.List.of(), 0, 0, true);
        audit.read("MoveProposal", "replacement " + id, Map.of("seats", proposal.steps().size()));
        var schools = campuses.list(proposal.steps().stream().map(MoveProposal.Step::school).distinct().toList())
                .stream().collect(Collectors.toMap(Campus::id, Function.identity()));
        return new ModelAndView("staffing/replacement/moves/moves",
                Map.of("page", page.titled("replacement.moves.title"), "search", search, "school", school,
                        "looking", looking, "proposal", proposal, "schools", schools));
    }

    /** Filled or ended: there is nothing left to propose. */
    private static boolean looking(Replacement search) {
        return search.state() instanceof State.Searching || search.state() instanceof State.Exhausted;
    }
}
