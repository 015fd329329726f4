package org.daywatch.emergencies.alerts.screen;

import java.util.Map;

/** How far two colors stand apart for the eye, as WCAG 2 measures it: 1 (the same) to 21 (black on white). */
final class Contrast {

    private Contrast() {}

    /** @param one and the other: #rgb or #rrggbb */
    static double ratio(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String hex) {
        String six = hex.length() == 4 ? hex.replaceAll("([0-9a-f])", "$1$1") : hex;
        double sum = 0;
        for (var part : Map.of(1, 0.2126, 3, 0.7152, 5, 0.0722).entrySet()) {
            double c = Integer.parseInt(six.substring(part.getKey(), part.getKey() + 2), 16) / 255.0;
            sum += part.getValue() * (c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
