package org.daywatch.directory.plans;

import org.daywatch.directory.plans.SitePlan.Picture;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.pictures.CleanPicture;

/** A plan as it was sent, drawn anew: nothing of it does more than draw, or says who made it, where and with what. */
final class PlanPicture {

    static final int LARGEST = 5 << 20;

    private PlanPicture() {}

    static Picture of(byte[] file) {
        if (file.length == 0) throw wrong("siteplans.error.file");
        if (file.length > LARGEST) throw wrong("siteplans.error.large");
        if (CleanPicture.isOne(file)) {
            var clean = CleanPicture.of(file, "file", CleanPicture.LONGEST_PLAN);
            return new Picture(clean.mediaType(), clean.bytes());
        }
        return new Picture("image/svg+xml", PlainSvg.of(file));
    }

    private static InvalidInput wrong(String message) {
        return new InvalidInput("file", "", message);
    }
}
