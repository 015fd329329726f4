package org.daywatch.transparency.programs.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.programs.figures.RuleConsequences.Edited;
import org.daywatch.transparency.programs.meters.Meter;
import org.daywatch.transparency.programs.meters.Preparation;
import org.daywatch.transparency.programs.meters.ShareMeter;
import org.daywatch.transparency.programs.meters.Standing;
import org.daywatch.transparency.programs.totals.SchoolMeters.Figures;
import org.daywatch.transparency.programs.totals.SchoolMeters.OfPost;
import org.daywatch.transparency.programs.totals.SchoolMeters;
import org.jspecify.annotations.Nullable;

/**
 * One meter as it stands and as it would stand by an edited rule. Pure.
 *
 * @param post null where the school has no funded post: then it is the whole school's
 */
public record RuleEffect(Campus school, @Nullable OfPost post, Side before, Side after) {

    /** Both null where nothing is asked for. */
    public record Side(@Nullable Meter time, @Nullable ShareMeter share) {

        public Optional<Standing> standing() {
            return time != null ? Optional.of(time.standing()) : Optional.ofNullable(share).map(ShareMeter::standing);
        }
    }

    /** A school's rules with the edited one in place of the one it takes the place of. */
    public static List<Requirement> edited(List<Requirement> rules, Edited edit) {
        var with = new ArrayList<Requirement>();
        boolean placed = false;
        for (var rule : rules) {
            boolean same = edit.was() != null && rule.rule().code().equals(edit.was().rule().code())
                    && rule.program().equals(edit.was().program());
            if (!same) with.add(rule);
            else if (edit.becomes() != null) {
                with.add(edit.becomes());
                placed = true;
            }
        }
        if (!placed && edit.becomes() != null) with.add(edit.becomes());
        return List.copyOf(with);
    }

    /**
     * Each post once, however many of its schools are concerned; those whose standing would be another first, posts
     * before schools that have none.
     *
     * @param before and {@code after}: the same schools in the same order
     * @param edited before or after; one that says how far preparation counts moves the meter of the whole family
     */
    public static List<RuleEffect> of(List<SchoolMeters> before, List<SchoolMeters> after, Requirement edited) {
        var effects = new ArrayList<RuleEffect>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < before.size(); i++) {
            var was = before.get(i);
            var becomes = after.get(i);
            if (was.posts().isEmpty()) add(effects, was.school(), null, was.whole(), becomes.whole(), edited);
            for (int p = 0; p < was.posts().size(); p++) {
                var post = was.posts().get(p);
                if (seen.add(post.post().id()))
                    add(effects, was.school(), post, post.figures(), becomes.posts().get(p).figures(), edited);
            }
        }
        effects.sort(Comparator.comparing((RuleEffect e) -> e.before.standing().equals(e.after.standing()))
                .thenComparing(e -> e.post == null).thenComparing(e -> e.school.name()));
        return List.copyOf(effects);
    }

    private static void add(List<RuleEffect> effects, Campus school, @Nullable OfPost post, Figures was,
            Figures becomes, Requirement edited) {
        var before = side(was, edited);
        var after = side(becomes, edited);
        if (before.standing().isPresent() || after.standing().isPresent())
            effects.add(new RuleEffect(school, post, before, after));
    }

    private static Side side(Figures figures, Requirement edited) {
        String code = edited.rule().code();
        var preparation = Preparation.of(List.of(edited));
        var time = figures.times().stream()
                .filter(m -> m.requirement().rule().code().equals(code) || preparation.weighs(m.requirement()))
                .findFirst().orElse(null);
        var share = figures.share();
        return new Side(time, share != null && Objects.equals(share.requirement().rule().code(), code) ? share : null);
    }
}
