package dev.cotangent.benchmarks.evals;

/**
 * The model of a hand: a tree of bones and a surface that follows them.
 *
 * @param boneCount how many bones there are
 * @param parents for each bone the one that it hangs on, or −1
 * @param baseRelatives for each bone its 4×4 transform against the parent in the base pose
 * @param inverseBaseAbsolutes for each bone the inverse of its 4×4 absolute transform there
 * @param basePositions the vertices in the base pose, rows of 4
 * @param weights for each vertex how much it follows each bone
 * @param triangles of the surface, rows of 3 vertices
 * @param isMirrored whether the first coordinate changes its sign
 */
public record HandModel(
    int boneCount,
    int[] parents,
    double[][][] baseRelatives,
    double[][][] inverseBaseAbsolutes,
    double[][] basePositions,
    double[][] weights,
    int[][] triangles,
    boolean isMirrored) {}
