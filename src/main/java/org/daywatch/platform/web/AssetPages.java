package org.daywatch.platform.web;

import java.time.Duration;
import org.daywatch.platform.identity.Open;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one style sheet of the product. */
@RestController
class AssetPages {

    @Open(why = "styles hold nothing about anybody")
    @GetMapping("/assets/daywatch.css")
    ResponseEntity<byte[]> styles() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(Stylesheets.CONTENT);
    }
}
