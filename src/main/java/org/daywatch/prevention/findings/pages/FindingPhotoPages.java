package org.daywatch.prevention.findings.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.pictures.PhotoAnswer;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.KeptFile;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.daywatch.prevention.findings.FindingDoor;
import org.daywatch.prevention.findings.FindingPhotos;
import org.daywatch.prevention.findings.FindingTyped;
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
@Needs(Permission.FINDINGS_READ)
class FindingPhotoPages {

    private final FindingDoor door;
    private final FindingPhotos photos;
    private final FindingPages pages;

    FindingPhotoPages(FindingDoor door, FindingPhotos photos, FindingPages pages) {
        this.door = door;
        this.photos = photos;
        this.pages = pages;
    }

    @PostMapping("/findings/{id}/photos")
    @Needs(Permission.FINDINGS_EDIT)
    ModelAndView add(Page page, Actor actor, @PathVariable UUID id,
            @KeptFile @RequestParam(required = false) @Nullable MultipartFile photo,
            @RequestParam(defaultValue = "") String caption,
            HttpServletResponse response) {
        door.mine(actor, id);
        return Act.drawn(
                wrong -> pages.one(FindingTyped.refused(page, "photos", Map.of("caption", caption), wrong), actor, id),
                () -> {
                    var picture = FindingPhotos.read(photo);
                    if (picture == null) throw new InvalidInput("photo", "", "web.photo.empty");
                    photos.add(id, picture, Typed.cut(caption, 200), new By(actor.person(), actor.name()));
                    Flashes.say(response, "success", page.t("findings.said.photo"));
                    return new ModelAndView("redirect:/findings/" + id);
                });
    }

    @GetMapping("/findings/{id}/photos/{photo}")
    ResponseEntity<byte[]> look(Actor actor, @PathVariable UUID id, @PathVariable UUID photo) {
        door.mine(actor, id);
        var picture = photos.look(id, photo);
        return PhotoAnswer.of("photo-" + photo, picture.mediaType(), picture.bytes());
    }
}
