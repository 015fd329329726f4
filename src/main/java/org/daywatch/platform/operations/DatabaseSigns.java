package org.daywatch.platform.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.web.kit.Chip.Tone;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How full the disk of the embedded database is, while there is time to make room. */
@Component
class DatabaseSigns implements Sign.Source {

    private static final String HERE = "/operations";

    private final Path home;
    private final boolean embedded;
    private final boolean keepsReserve;
    private final int alarmPercent;

    /** @param alarmPercent of the disk in use: from here on somebody makes room, long before the reserve is needed */
    DatabaseSigns(@Value("${daywatch.database.directory}") Path home, @Value("${daywatch.database.url:}") String url,
            @Value("${daywatch.database.durable:true}") boolean durable,
            @Value("${daywatch.database.ballast-bytes:67108864}") long ballastBytes,
            @Value("${daywatch.database.disk-alarm-percent:80}") int alarmPercent) {
        this.home = home;
        this.embedded = url.isBlank();
        this.keepsReserve = durable && ballastBytes > 0;
        this.alarmPercent = alarmPercent;
    }

    @Override
    public List<Sign> signs() {
        if (!embedded) return List.of(); // its disk is not ours
        try {
            var store = Files.getFileStore(home);
            long total = store.getTotalSpace();
            var signs = new ArrayList<Sign>();
            if (total > 0)
                signs.add(disk((int) Math.ceil(100.0 * (total - store.getUsableSpace()) / total), alarmPercent));
            if (keepsReserve && !Files.exists(home.resolve("ballast")))
                signs.add(new Sign("operations.database.reserve", "!", HERE, Tone.BAD));
            return signs;
        } catch (IOException e) {
            return List.of();
        }
    }

    static Sign disk(int used, int alarmPercent) {
        return new Sign("operations.database.disk", used + "%", HERE, used >= alarmPercent ? Tone.WARN : Tone.GOOD);
    }
}
