package org.daywatch.planning.operationsplans.pages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.planning.operationsplans.content.BasicSection;
import org.daywatch.planning.operationsplans.content.FunctionalAnnex;
import org.daywatch.planning.operationsplans.content.PlanContent.Annex;
import org.daywatch.planning.operationsplans.content.PlanContent.Course;
import org.daywatch.planning.operationsplans.content.PlanContent.Hazard;
import org.daywatch.planning.operationsplans.content.PlanContent.Member;
import org.daywatch.planning.operationsplans.content.PlanContent.Phase;
import org.daywatch.planning.operationsplans.content.PlanContent.TeamRole;
import org.daywatch.planning.operationsplans.content.PlanContent;
import org.daywatch.planning.operationsplans.content.PlanStep;
import org.daywatch.planning.operationsplans.content.RiskRating.Mark;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field.Option;

/**
 * The form for one part of a plan: what it holds, and what it makes of what is typed.
 *
 * @param part TEAM, HAZARDS, the name of a section of the basic plan, of a function, or the id of a hazard
 */
public record PlanForm(String part, Kind kind) {

    public enum Kind { TEAM, HAZARDS, BASIC, FUNCTION, THREAT }

    private static final int LONGEST = 20_000;
    private static final int MOST = 80;

    /** What each mark of a hazard means, from 1 to 4. */
    public static List<Option> marks(Page page, Mark of) {
        return Option.of(List.of(1, 2, 3, 4), mark -> mark,
                mark -> mark + " · " + page.t("eop.mark." + of + "." + mark));
    }

    static Optional<PlanForm> of(String part, PlanContent content) {
        if (part.equals("TEAM")) return Optional.of(new PlanForm(part, Kind.TEAM));
        if (part.equals("HAZARDS")) return Optional.of(new PlanForm(part, Kind.HAZARDS));
        if (Arrays.stream(BasicSection.values()).anyMatch(s -> s.name().equals(part)))
            return Optional.of(new PlanForm(part, Kind.BASIC));
        if (Arrays.stream(FunctionalAnnex.values()).anyMatch(a -> a.name().equals(part)))
            return Optional.of(new PlanForm(part, Kind.FUNCTION));
        return content.hazard(part).map(h -> new PlanForm(part, Kind.THREAT));
    }

    public PlanStep step() {
        return switch (kind) {
            case TEAM -> PlanStep.TEAM;
            case HAZARDS -> PlanStep.SITUATION;
            case BASIC -> PlanStep.of(BasicSection.valueOf(part));
            case FUNCTION, THREAT -> PlanStep.COURSES;
        };
    }

    String title(Page page, PlanContent content) {
        return switch (kind) {
            case TEAM -> page.t("eop.team.form");
            case HAZARDS -> page.t("eop.hazard.form");
            case BASIC -> page.t("eop.basic." + part);
            case FUNCTION -> page.t("eop.function." + part);
            case THREAT -> content.hazard(part).map(Hazard::name).orElse(part);
        };
    }

    Map<String, String> values(PlanContent content, String one) {
        var values = new HashMap<String, String>(Map.of("was", mark(content), "one", one));
        switch (kind) {
            case TEAM -> content.team().stream().filter(m -> m.id().toString().equals(one)).findFirst()
                    .ifPresent(
                            m -> values.putAll(Map.of("name", m.name(), "role", m.role().name(), "reach", m.reach())));
            case HAZARDS -> content.hazard(one)
                    .ifPresent(h -> values.putAll(Map.of("name", h.name(), "probability", "" + h.probability(),
                            "magnitude", "" + h.magnitude(),
                            "warning", "" + h.warning(), "duration", "" + h.duration(), "why", h.why())));
            case BASIC -> values.put("words", content.text(BasicSection.valueOf(part)));
            case FUNCTION, THREAT -> content.annex(part).phases().forEach(
                    (phase, course) -> values.putAll(Map.of(phase + "-goal", course.goal(), phase + "-objectives",
                            course.objectives(), phase + "-actions", course.actions())));
        }
        return values;
    }

    /** Short, and another one as soon as a word of the part changes. */
    String mark(PlanContent content) {
        Object said = switch (kind) {
            case TEAM -> content.team();
            case HAZARDS -> content.hazards();
            case BASIC -> content.text(BasicSection.valueOf(part));
            case FUNCTION, THREAT -> List.copyOf(content.annex(part).phases().values());
        };
        return UUID.nameUUIDFromBytes(said.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    PlanContent written(PlanContent content, Map<String, String> typed) {
        return switch (kind) {
            case TEAM -> {
                notTooMany(content.team().size(), typed);
                yield content.with(new Member(one(typed), name(typed), role(typed), text(typed, "reach", 200)));
            }
            case HAZARDS -> {
                notTooMany(content.hazards().size(), typed);
                yield content.with(new Hazard(one(typed), name(typed), grade(typed, "probability"),
                        grade(typed, "magnitude"), grade(typed, "warning"), grade(typed, "duration"),
                        text(typed, "why", 1000)));
            }
            case BASIC -> content.with(BasicSection.valueOf(part), text(typed, "words", LONGEST));
            case FUNCTION, THREAT -> content.with(part, annex(typed));
        };
    }

    PlanContent removed(PlanContent content, Map<String, String> typed) {
        UUID id = one(typed);
        return kind == Kind.TEAM
                ? content.withoutMember(id)
                : kind == Kind.HAZARDS ? content.withoutHazard(id) : content;
    }

    private static Annex annex(Map<String, String> typed) {
        var phases = new EnumMap<Phase, Course>(Phase.class);
        for (var phase : Phase.values()) {
            phases.put(phase, new Course(text(typed, phase + "-goal", LONGEST),
                    text(typed, phase + "-objectives", LONGEST), text(typed, phase + "-actions", LONGEST)));
        }
        return new Annex(phases);
    }

    private static void notTooMany(int there, Map<String, String> typed) {
        if (there >= MOST && typed.getOrDefault("one", "").isEmpty())
            throw new InvalidInput("name", typed.getOrDefault("name", ""), "eop.error.most");
    }

    private static UUID one(Map<String, String> typed) {
        return Ids.find(typed.getOrDefault("one", "")).orElseGet(Ids::next);
    }

    private static String name(Map<String, String> typed) {
        String name = text(typed, "name", 120);
        if (name.length() < 2) throw new InvalidInput("name", name, "eop.error.name");
        return name;
    }

    private static TeamRole role(Map<String, String> typed) {
        String word = typed.getOrDefault("role", "");
        return Arrays.stream(TeamRole.values()).filter(r -> r.name().equals(word)).findFirst()
                .orElseThrow(() -> new InvalidInput("role", word, "eop.error.choose"));
    }

    private static int grade(Map<String, String> typed, String field) {
        String word = typed.getOrDefault(field, "");
        if (!word.matches("[1-4]")) throw new InvalidInput(field, word, "eop.error.grade");
        return Integer.parseInt(word);
    }

    private static String text(Map<String, String> typed, String field, int longest) {
        String text = typed.getOrDefault(field, "").replace("\r\n", "\n").strip();
        if (text.length() > longest) throw new InvalidInput(field, text.substring(0, 40), "eop.error.long");
        return text;
    }
}
