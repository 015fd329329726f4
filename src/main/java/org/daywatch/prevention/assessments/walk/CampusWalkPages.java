package org.daywatch.prevention.assessments.walk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.prevention.assessments.AssessmentAnswers;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.AssessmentAnswers.Photo;
import org.daywatch.prevention.assessments.AssessmentCommands;
import org.daywatch.prevention.assessments.AssessmentDoor;
import org.daywatch.prevention.assessments.AssessmentReadings;
import org.daywatch.prevention.assessments.AssessmentReadings.Reading;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.assessments.walk.WalkSpots.Spot;
import org.daywatch.prevention.instruments.Instrument.Item;
import org.daywatch.prevention.instruments.Instrument.Layer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One layer of the campus on the phone: each item with four large answers; each answer is kept at once. */
@Controller
@Needs(Permission.ASSESSMENTS_READ)
public class CampusWalkPages {

    private final AssessmentReadings readings;
    private final AssessmentAnswers answers;
    private final AssessmentCommands commands;
    private final AssessmentDoor door;
    private final WalkSpots spots;
    private final Clock clock;

    CampusWalkPages(AssessmentReadings readings, AssessmentAnswers answers, AssessmentCommands commands,
            AssessmentDoor door, WalkSpots spots, Clock clock) {
        this.readings = readings;
        this.answers = answers;
        this.commands = commands;
        this.door = door;
        this.spots = spots;
        this.clock = clock;
    }

    /** @param before what was found last time, by item; @param onlyOpen items with an answer are left out */
    public record CampusWalkView(Reading reading, Campus school, Layer layer, List<Item> items,
            Map<String, Found> before, List<Photo> photos, List<Spot> spots, boolean edits, boolean onlyOpen) {

        public @Nullable Layer next() {
            var layers = reading.instrument().layers();
            int at = layers.indexOf(layer) + 1;
            return at < layers.size() ? layers.get(at) : null;
        }

        public long answeredHere() {
            return reading.answered(layer);
        }

        /** Those of the items shown that have an answer. */
        public long answeredShown() {
            return items.stream().filter(item -> reading.found().containsKey(item.id())).count();
        }

        public List<Photo> photosOf(Item item) {
            return photos.stream().filter(p -> p.item().equals(item.id())).toList();
        }

        public String where(Found f) {
            var spot = spots.stream().filter(s -> s.id().equals(f.roomId()) || s.id().equals(f.markId())).findFirst()
                    .map(Spot::label).orElse("");
            return spot.isEmpty()
                    ? f.place()
                    : f.place().isEmpty() || f.place().equals(spot) ? spot : spot + ", " + f.place();
        }
    }

    @GetMapping("/assessments/{id}/walk/{layer}")
    ModelAndView walk(Page page, Actor actor, @PathVariable UUID id, @PathVariable String layer,
            @RequestParam(defaultValue = "false") boolean open) {
        var a = door.mine(actor, id);
        var school = door.school(actor, a);
        var reading = readings.of(a);
        var at = Arrays.stream(Layer.values()).filter(l -> l.name().equals(layer))
                .filter(l -> !reading.instrument().of(l).isEmpty()).findFirst()
                .orElseThrow(() -> new NotFound("layer " + layer));
        var items = reading.instrument().of(at).stream().filter(i -> !open || !reading.found().containsKey(i.id()))
                .toList();
        var before = readings.before(a).map(b -> answers.of(b.id())).orElse(Map.of());
        var view = new CampusWalkView(reading, school, at, items, before, answers.photos(id), spots.of(school),
                a.draft() && AssessmentDoor.edits(actor), open);
        return new ModelAndView("prevention/assessments/walk/walk", Map.of("page",
                page.titled("assessments.walk.title", page.t("assessments.layer." + at), school.name()), "view", view));
    }

    @PostMapping("/assessments/{id}/items/{item}")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView answer(Page page, Actor actor, @PathVariable UUID id, @PathVariable String item,
            @RequestParam Map<String, String> form, HttpServletResponse response) {
        var a = door.mine(actor, id);
        var school = door.school(actor, a);
        var layer = readings.of(a).instrument().byId().get(item);
        if (layer == null) throw new NotFound("item " + item);
        return Act.typed(page, response, "/assessments/" + id + "/walk/" + layer.layer() + "#item-" + item,
                "assessments.said.kept", "answer-" + item, form,
                again -> walk(again, actor, id, layer.layer().name(), false),
                () -> commands.answer(id, item, found(actor, school, answers.of(id).get(item), form)));
    }

    /** @return null where the answer is taken back */
    private @Nullable Found found(Actor actor, Campus school, @Nullable Found before, Map<String, String> form) {
        String word = form.getOrDefault("answer", form.getOrDefault("kept", ""));
        if (word.equals("UNKNOWN")) return null;
        var answer = Arrays.stream(Answer.values()).filter(v -> v.name().equals(word)).findFirst()
                .orElseThrow(() -> new InvalidInput("answer", word, "assessments.wrong.answer"));
        String wanted = form.getOrDefault("spot", "");
        var spot = spots.named(school, wanted).orElse(null);
        if (spot == null && !wanted.isEmpty()) throw new InvalidInput("spot", wanted, "assessments.wrong.spot");
        return spots.found(answer, Typed.cut(form.getOrDefault("evidence", ""), 600),
                Typed.cut(form.getOrDefault("place", ""), 120), spot, before, clock.instant(), actor.name(),
                actor.person());
    }
}
