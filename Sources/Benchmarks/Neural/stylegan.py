"""StyleGAN2 in PyTorch: what ours is compared with, in numbers (Tests/LearningTests/Fixtures/stylegan.py) and in time
(libtorch.py).

A network is a dictionary of its parameters. Filters are modulated picture by picture, as in the paper, or, where BY_FILTERS is
off, pictures before and after, which is less work for a processor.
"""
import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F

BY_FILTERS = True


@dataclass
class Shape:
    side: int
    width: int
    widest: int
    style: int
    mapping: int

    @property
    def sides(self):
        return [4 * 2 ** i for i in range(int(math.log2(self.side)) - 1)]

    def channels(self, side):
        return min(self.widest, self.width * (self.side // side))

    def noise(self):
        """The sides of each convolution's noise."""
        return [4] + [side for side in self.sides[1:] for _ in range(2)]


row = torch.tensor([1.0, 3.0, 3.0, 1.0])
BLUR = row[:, None] * row[None, :] / 64


def filtered(x, kernel, up=1, down=1, before=0, after=0):
    """Zeros between the pixels and around them, then the kernel, then every `down`th pixel."""
    n, c, h, w = x.shape
    if up > 1:
        wide = x.new_zeros(n, c, h, up, w, up)
        wide[:, :, :, 0, :, 0] = x
        x = wide.reshape(n, c, h * up, w * up)
    x = F.pad(x, (before, after, before, after))
    x = F.conv2d(x, kernel.to(x.dtype).flip(0, 1)[None, None].repeat(c, 1, 1, 1), groups=c)
    return x[:, :, ::down, ::down]


def rectified(x):
    return F.leaky_relu(x, 0.2) * math.sqrt(2)


def dense(p, name, x, rate=1.0, rectify=False):
    weight, bias = p[name + ".weight"], p[name + ".bias"] * rate
    x = F.linear(x, weight * (rate / math.sqrt(weight.shape[1])), bias)
    return rectified(x) if rectify else x


def modulated(p, name, x, style, demodulate=True, double=False):
    weight = p[name + ".weight"]
    outputs, inputs, k, _ = weight.shape
    n, _, h, w = x.shape
    s = dense(p, name + ".modulation", style)
    if not BY_FILTERS:
        weight = weight / math.sqrt(inputs * k * k)
        x = x * s[:, :, None, None]
        if double:
            x = filtered(F.conv_transpose2d(x, weight.transpose(0, 1), stride=2), BLUR * 4, before=1, after=1)
        else:
            x = F.conv2d(x, weight, padding=k // 2)
        if demodulate:
            x = x * torch.rsqrt((s ** 2) @ (weight ** 2).sum((2, 3)).t() + 1e-8)[:, :, None, None]
        return x
    weight = weight[None] / math.sqrt(inputs * k * k) * s[:, None, :, None, None]
    if demodulate:
        weight = weight * torch.rsqrt((weight ** 2).sum((2, 3, 4), keepdim=True) + 1e-8)
    x = x.reshape(1, n * inputs, h, w)
    if double:
        weight = weight.transpose(1, 2).reshape(n * inputs, outputs, k, k)
        x = F.conv_transpose2d(x, weight, stride=2, groups=n)
        x = x.reshape(n, outputs, 2 * h + 1, 2 * w + 1)
        return filtered(x, BLUR * 4, before=1, after=1)
    x = F.conv2d(x, weight.reshape(n * outputs, inputs, k, k), padding=k // 2, groups=n)
    return x.reshape(n, outputs, h, w)


def layer(p, name, x, style, noise, double=False):
    x = modulated(p, name + ".conv", x, style, double=double)
    return rectified(x + p[name + ".noise.weight"] * noise + p[name + ".activate.bias"][None, :, None, None])


def colours(p, name, x, style, coarser):
    x = modulated(p, name + ".conv", x, style, demodulate=False) + p[name + ".bias"]
    return x if coarser is None else x + filtered(coarser, BLUR * 4, up=2, before=2, after=1)


def style_of(p, z, shape):
    z = z * torch.rsqrt((z ** 2).mean(1, keepdim=True) + 1e-8)
    for index in range(shape.mapping):
        z = dense(p, f"style.{index + 1}", z, rate=0.01, rectify=True)
    return z


def generate(p, styles, noise, shape):
    x = p["input.input"].repeat(len(styles), 1, 1, 1)
    x = layer(p, "conv1", x, styles[:, 0], noise[0])
    picture = colours(p, "to_rgb1", x, styles[:, 1], None)
    for level in range(len(shape.sides) - 1):
        i = 2 * level
        x = layer(p, f"convs.{i}", x, styles[:, i + 1], noise[i + 1], double=True)
        x = layer(p, f"convs.{i + 1}", x, styles[:, i + 2], noise[i + 2])
        picture = colours(p, f"to_rgbs.{level}", x, styles[:, i + 3], picture)
    return picture


def convolved(p, name, x, halve=False, rectify=True):
    weight = p[f"{name}.{int(halve)}.weight"]
    _, inputs, k, _ = weight.shape
    weight = weight / math.sqrt(inputs * k * k)
    if halve:
        around = 2 + (k - 1)
        x = filtered(x, BLUR, before=(around + 1) // 2, after=around // 2)
        x = F.conv2d(x, weight, stride=2)
    else:
        x = F.conv2d(x, weight, padding=k // 2)
    return rectified(x + p[f"{name}.{int(halve) + 1}.bias"][None, :, None, None]) if rectify else x


def judge(p, x, shape):
    x = convolved(p, "convs.0", x)
    for level in range(len(shape.sides) - 1):
        name = f"convs.{level + 1}"
        long = convolved(p, name + ".conv2", convolved(p, name + ".conv1", x), halve=True)
        x = (long + convolved(p, name + ".skip", x, halve=True, rectify=False)) / math.sqrt(2)
    n, c, h, w = x.shape
    group = min(n, 4)
    spread = torch.sqrt(x.reshape(group, -1, c, h, w).var(0, unbiased=False) + 1e-8).mean((1, 2, 3))
    x = torch.cat([x, spread.repeat(group)[:, None, None, None].expand(n, 1, h, w)], 1)
    x = convolved(p, "final_conv", x)
    return dense(p, "final_linear.1", dense(p, "final_linear.0", x.reshape(n, -1), rectify=True))


def modulation(names, name, inputs, shape):
    names[name + ".modulation.weight"] = ((inputs, shape.style), 1, 0)
    names[name + ".modulation.bias"] = ((inputs,), 0.1, 1)


def generator_names(shape):
    """Of each parameter its shape, and the deviation and mean that it may have at first."""
    names = {}
    for index in range(shape.mapping):
        names[f"style.{index + 1}.weight"] = ((shape.style, shape.style), 100, 0)
        names[f"style.{index + 1}.bias"] = ((shape.style,), 10, 0)
    coarsest = shape.channels(4)
    names["input.input"] = ((1, coarsest, 4, 4), 1, 0)
    layers, colours = [("conv1", coarsest, coarsest)], [("to_rgb1", coarsest)]
    for level, side in enumerate(shape.sides[1:]):
        before, here = shape.channels(side // 2), shape.channels(side)
        layers += [(f"convs.{2 * level}", before, here), (f"convs.{2 * level + 1}", here, here)]
        colours.append((f"to_rgbs.{level}", here))
    for name, inputs, outputs in layers:
        names[name + ".conv.weight"] = ((outputs, inputs, 3, 3), 1, 0)
        modulation(names, name + ".conv", inputs, shape)
        names[name + ".noise.weight"] = ((1,), 0.3, 0)
        names[name + ".activate.bias"] = ((outputs,), 0.3, 0)
    for name, inputs in colours:
        names[name + ".conv.weight"] = ((3, inputs, 1, 1), 1, 0)
        modulation(names, name + ".conv", inputs, shape)
        names[name + ".bias"] = ((1, 3, 1, 1), 0.1, 0)
    return names


def discriminator_names(shape):
    names = {}
    finest, coarsest = shape.channels(shape.side), shape.channels(4)
    names["convs.0.0.weight"] = ((finest, 3, 1, 1), 1, 0)
    names["convs.0.1.bias"] = ((finest,), 0.1, 0)
    for level, side in enumerate(reversed(shape.sides[1:])):
        name, here, after = f"convs.{level + 1}", shape.channels(side), shape.channels(side // 2)
        names[name + ".conv1.0.weight"] = ((here, here, 3, 3), 1, 0)
        names[name + ".conv1.1.bias"] = ((here,), 0.1, 0)
        names[name + ".conv2.1.weight"] = ((after, here, 3, 3), 1, 0)
        names[name + ".conv2.2.bias"] = ((after,), 0.1, 0)
        names[name + ".skip.1.weight"] = ((after, here, 1, 1), 1, 0)
    names["final_conv.0.weight"] = ((coarsest, coarsest + 1, 3, 3), 1, 0)
    names["final_conv.1.bias"] = ((coarsest,), 0.1, 0)
    names["final_linear.0.weight"] = ((coarsest, 16 * coarsest), 1, 0)
    names["final_linear.0.bias"] = ((coarsest,), 0.1, 0)
    names["final_linear.1.weight"] = ((1, coarsest), 1, 0)
    names["final_linear.1.bias"] = ((1,), 0.1, 0)
    return names


def parameters(names):
    """Random everywhere, so that nothing is tried at 0."""
    kind = torch.get_default_dtype()
    return {name: (torch.randn(shape) * deviation + mean).float().to(kind)
            for name, (shape, deviation, mean) in names.items()}
