package org.daywatch.platform.pictures;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A photo that is looked at in its page, and has a name of ours where somebody saves it. */
public final class PhotoAnswer {

    private PhotoAnswer() {}

    /** @param name without its ending, of letters, digits and lines */
    public static ResponseEntity<byte[]> of(String name, String mediaType, byte[] bytes) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(mediaType))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", named(name, mediaType))
                .cacheControl(CacheControl.noStore()).body(bytes);
    }

    public static String named(String name, String mediaType) {
        return "inline; filename=\"" + name + (mediaType.equals("image/png") ? ".png" : ".jpg") + "\"";
    }
}
