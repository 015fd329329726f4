package org.daywatch.relationships.tips.ring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether this node keeps a ring: only where it has a door for tips
 * @param directory of this node alone; blank: the folder "tip-ring" beside the embedded database's data
 * @param slots of 4 KB; all of them are written at each tick. May be raised later; fewer need a new folder
 * @param reserve so many of them only for tips about somebody's life
 * @param tick nobody waits longer for a receipt, by much
 * @param bucket nobody learns more closely when a tip came
 * @param pictures so many slots besides for pictures, twelve for each; a quarter only where somebody may die
 */
@ConfigurationProperties("daywatch.tips")
public record RingSettings(@DefaultValue("false") boolean enabled, @DefaultValue("") String directory,
        @DefaultValue("512") int slots, @DefaultValue("64") int reserve, @DefaultValue("3s") Duration tick,
        @DefaultValue("15m") Duration bucket, @DefaultValue("288") int pictures) {

    public RingSettings {
        if (slots < 2 || reserve < 0 || reserve >= slots)
            throw new IllegalArgumentException("daywatch.tips.reserve (" + reserve
                    + ") has to be less than daywatch.tips.slots (" + slots + "), and there have to be two of these.");
        if (pictures < 0 || pictures > 100_000)
            throw new IllegalArgumentException("daywatch.tips.pictures (" + pictures
                    + ") has to be slots for pictures, twelve for each; 0 takes none.");
        if (tick.toMillis() < 10 || bucket.compareTo(tick) < 0)
            throw new IllegalArgumentException("daywatch.tips.tick (" + tick
                    + ") has to be at least 10 milliseconds and no longer than daywatch.tips.bucket (" + bucket + ").");
    }
}
