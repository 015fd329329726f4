package org.daywatch.prevention.assessments.walk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.pictures.PhotoAnswer;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.KeptFile;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.prevention.PreventionRefusal;
import org.daywatch.prevention.assessments.AssessmentAnswers;
import org.daywatch.prevention.assessments.AssessmentDoor;
import org.daywatch.prevention.instruments.Instruments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Photos come in, cleaned, and are looked at one by one. */
@Controller
@Needs(Permission.ASSESSMENTS_READ)
class AssessmentPhotoPages {

    private final AssessmentDoor door;
    private final Instruments instruments;
    private final AssessmentPhotos photos;
    private final AssessmentAnswers answers;
    private final CampusWalkPages walk;
    private final Clock clock;

    AssessmentPhotoPages(AssessmentDoor door, Instruments instruments, AssessmentPhotos photos,
            AssessmentAnswers answers, CampusWalkPages walk, Clock clock) {
        this.door = door;
        this.instruments = instruments;
        this.photos = photos;
        this.answers = answers;
        this.walk = walk;
        this.clock = clock;
    }

    @PostMapping("/assessments/{id}/items/{item}/photos")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView add(Page page, Actor actor, @PathVariable UUID id, @PathVariable String item,
            @KeptFile @RequestParam(required = false) @Nullable MultipartFile photo,
            @RequestParam Map<String, String> form, HttpServletResponse response) {
        var a = door.mine(actor, id);
        var known = instruments.get(a.instrument(), a.edition()).byId().get(item);
        if (known == null) throw new NotFound("item " + item);
        String next = "/assessments/" + id + "/walk/" + known.layer() + "#item-" + item;
        return Act.typed(page, response, next, "assessments.said.photo", "photo-" + item, form,
                again -> walk.walk(again, actor, id, known.layer().name(), false), () -> {
                    if (!a.draft()) throw new Refused(PreventionRefusal.ASSESSMENT_NOT_DRAFT);
                    var picture = Typed.photo(photo);
                    var answer = answers.of(id).get(item);
                    photos.add(Ids.next(), a, item, answer == null ? null : answer.mark(), picture,
                            Typed.cut(form.getOrDefault("caption", ""), 200),
                            clock.instant(), actor.name());
                });
    }

    @GetMapping("/assessments/{id}/photos/{photo}")
    ResponseEntity<byte[]> look(Actor actor, @PathVariable UUID id, @PathVariable UUID photo) {
        door.mine(actor, id);
        var picture = photos.look(id, photo);
        return PhotoAnswer.of("photo-" + photo, picture.mediaType(), picture.bytes());
    }
}
