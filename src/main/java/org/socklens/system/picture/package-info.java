/// The graph as a picture: where everything stands, as shapes that a canvas or an SVG file can draw.
/// Calls `system.graph`; knows no toolkit.
package org.socklens.system.picture;
