/** What goes between a browser and the tip door is sealed over and above TLS, and filled up to a few sizes. */
@NullMarked
package org.daywatch.relationships.tips.sealing;

import org.jspecify.annotations.NullMarked;
