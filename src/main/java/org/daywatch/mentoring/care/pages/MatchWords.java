package org.daywatch.mentoring.care.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.daywatch.mentoring.care.FreeTime;
import org.daywatch.mentoring.matches.Match;
import org.daywatch.mentoring.matches.MatchDue;
import org.daywatch.mentoring.matches.MatchStage;
import org.daywatch.mentoring.proposals.MentorProposal.Fit;
import org.daywatch.mentoring.proposals.MentorProposal.FitsLess;
import org.daywatch.mentoring.proposals.MentorProposal.Full;
import org.daywatch.mentoring.proposals.MentorProposal.NeverMeets;
import org.daywatch.mentoring.proposals.MentorProposal.NotThis;
import org.daywatch.mentoring.proposals.MentorProposal.PapersEnd;
import org.daywatch.mentoring.proposals.MentorProposal.Vetoed;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;

/** How matches are said on pages. */
public final class MatchWords {

    private MatchWords() {}

    public static Chip stage(Page page, Match m) {
        var word = page.t("mentoring.stage." + m.stage());
        return switch (m.stage()) {
            case CLOSED, DECLINED -> Chip.quiet(word);
            case ACTIVE, CLOSING -> Chip.good(word);
            default -> Chip.info(word);
        };
    }

    public static String due(Page page, MatchDue due) {
        return due.by().equals(LocalDate.MAX)
                ? page.t("mentoring.due." + due.kind())
                : page.t("mentoring.due." + due.kind(), page.when().date(due.by()));
    }

    /** One of the stages on the way; {@code past} where it is done, {@code here} where the match stands. */
    public record OnTheWay(String words, boolean past, boolean here) {}

    public static List<OnTheWay> way(Page page, Match m) {
        var way = new ArrayList<OnTheWay>();
        for (var stage : MatchStage.values()) {
            if (stage == (m.stage() == MatchStage.DECLINED ? MatchStage.CLOSED : MatchStage.DECLINED)) continue;
            way.add(new OnTheWay(page.t("mentoring.stage." + stage), stage.compareTo(m.stage()) < 0,
                    stage == m.stage()));
        }
        return way;
    }

    /** Why it is them, as it is kept: KIND|VALUE. */
    public static List<String> keep(Fit fit) {
        var why = new ArrayList<String>();
        if (fit.wished()) why.add("WISH|");
        fit.languages().forEach(l -> why.add("LANGUAGE|" + l));
        fit.interests().forEach(i -> why.add("INTEREST|" + i));
        fit.days().forEach((day, count) -> why.add("DAYS|" + day + "|" + count));
        return List.copyOf(why);
    }

    public static List<String> why(Page page, List<String> kept) {
        return kept.stream().map(line -> {
            var parts = line.split("\\|", 3);
            return switch (parts[0]) {
                case "WISH" -> page.t("mentoring.why.wish");
                case "LANGUAGE" -> page.t("mentoring.why.language", page.t("mentors.language." + parts[1]));
                case "INTEREST" -> page.t("mentoring.why.interest", page.t("mentors.interest." + parts[1]));
                default -> page.t("mentoring.why.days", page.t("mentoring.day." + parts[1]),
                        Integer.parseInt(parts[2]));
            };
        }).toList();
    }

    public static String not(Page page, NotThis other) {
        return switch (other) {
            case Vetoed _ -> page.t("mentoring.not.vetoed");
            case PapersEnd(var _, var last) -> last == null
                    ? page.t("mentoring.not.papers")
                    : page.t("mentoring.not.papersEnd", page.when().date(last));
            case NeverMeets(var _, var days, var longest) -> page.t("mentoring.not.never", days, longest);
            case Full(var _, var fit) -> page.t("mentoring.not.full", fit.allDays());
            case FitsLess(var _, var fit) ->
                page.t("mentoring.not.less", fit.allDays(), fit.interests().size(), fit.languages().size());
        };
    }

    /** They could be chosen all the same. */
    public static boolean mayBe(NotThis other) {
        return other instanceof FitsLess;
    }

    /** From Monday on. @param free as they are kept */
    public static List<String> week(Collection<String> free) {
        return free.stream().sorted(Comparator.comparing((String one) -> FreeTime.read(one).day())
                .thenComparing(one -> FreeTime.read(one).hours().begins())).toList();
    }

    public static String free(Page page, String written) {
        var one = FreeTime.read(written);
        return page.t("mentoring.free.line", page.t("mentoring.day." + one.day()),
                page.when().time(one.hours().begins()), page.when().time(one.hours().ends()));
    }
}
