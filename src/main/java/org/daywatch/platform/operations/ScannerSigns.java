package org.daywatch.platform.operations;

import java.util.List;
import org.daywatch.platform.scanner.Scanner;
import org.daywatch.platform.web.kit.Chip.Tone;
import org.springframework.stereotype.Component;

/** Whether anybody looks at what is uploaded. */
@Component
class ScannerSigns implements Sign.Source {

    private final Scanner scanner;

    ScannerSigns(Scanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public List<Sign> signs() {
        return List.of(switch (scanner.state()) {
            case NONE -> sign("none", Tone.INFO);
            case ANSWERS -> sign("answers", Tone.GOOD);
            case AWAY -> sign("away", Tone.BAD);
        });
    }

    private static Sign sign(String state, Tone tone) {
        return new Sign("operations.scanner", "operations.scanner." + state, "/operations", tone, true);
    }
}
