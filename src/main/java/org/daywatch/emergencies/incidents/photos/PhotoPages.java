package org.daywatch.emergencies.incidents.photos;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.daywatch.emergencies.incidents.IncidentDoor;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.pictures.PhotoAnswer;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.KeptFile;
import org.daywatch.platform.web.forms.Typed;
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
@Needs(Permission.INCIDENT_EDIT)
class PhotoPages {

    private final IncidentDoor door;
    private final IncidentPhotos photos;

    PhotoPages(IncidentDoor door, IncidentPhotos photos) {
        this.door = door;
        this.photos = photos;
    }

    @PostMapping("/incidents/{id}/photos")
    ModelAndView add(Page page, Actor actor, @PathVariable UUID id,
            @KeptFile @RequestParam(required = false) @Nullable MultipartFile photo,
            @RequestParam(defaultValue = "") String caption,
            HttpServletResponse response) {
        return door.act(page, actor, id, response, "incidents.said.photo", () -> {
            photos.add(id, Typed.photo(photo), IncidentDoor.cut(caption, 200), IncidentDoor.by(actor));
        });
    }

    @GetMapping("/incidents/{id}/photos/{photo}")
    ResponseEntity<byte[]> look(Actor actor, @PathVariable UUID id, @PathVariable UUID photo) {
        door.mine(actor, id);
        var picture = photos.look(id, photo);
        return PhotoAnswer.of("photo-" + photo, picture.mediaType(), picture.bytes());
    }
}
