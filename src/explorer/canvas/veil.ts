/**
 * Fading what is not in focus: one rectangle over everything that is drawn below the lit items, which leaves a share of
 * what it covers. So a hover touches the neighbours of one node instead of every other node and edge.
 */

/** A layer as the renderer calls it. */
export interface Veil {
  render(): void;
  kill(): void;
}

const VERTEX = `#version 300 es
void main() {
  vec2 corner = vec2(float((gl_VertexID << 1) & 2), float(gl_VertexID & 2));
  gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}`;

const FRAGMENT = `#version 300 es
precision mediump float;
uniform float u_left;
out vec4 color;
void main() { color = vec4(0.0, 0.0, 0.0, u_left); }`;

function compile(gl: WebGL2RenderingContext, type: number, source: string): WebGLShader | null {
  const shader = gl.createShader(type);
  if (!shader) return null;
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

/**
 * Makes the veil for one drawing context.
 *
 * @param getLeft - what is left of the colours below, 0 to 1, asked in each frame; at 1 nothing is drawn
 */
export function createVeil(gl: WebGL2RenderingContext, getLeft: () => number): Veil {
  const program = gl.createProgram();
  const shaders = [compile(gl, gl.VERTEX_SHADER, VERTEX), compile(gl, gl.FRAGMENT_SHADER, FRAGMENT)];
  for (const shader of shaders) if (shader) gl.attachShader(program, shader);
  gl.linkProgram(program);
  for (const shader of shaders) gl.deleteShader(shader);
  const left = gl.getUniformLocation(program, 'u_left');
  const array = gl.createVertexArray();
  const activate = gl.useProgram.bind(gl);
  return {
    render() {
      if (getLeft() >= 1) return;
      activate(program);
      gl.bindVertexArray(array);
      gl.uniform1f(left, getLeft());
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ZERO, gl.SRC_ALPHA);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      gl.bindVertexArray(null);
      activate(null);
    },
    kill() {
      gl.deleteProgram(program);
      gl.deleteVertexArray(array);
    },
  };
}
